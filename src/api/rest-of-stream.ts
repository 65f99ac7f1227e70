import { type ExecuteObject, executeObjectKey, type StepLogQuery } from '#contract'
import type { LogSessionState } from './log-session-state.ts'

/**
 * Of a question whose stream broke off or was stopped, what has not been answered: the hosts, and the sources that
 * downloads have named, whose uploads come last. Null when that is nothing or all of it.
 */
export function restOfQuestion(
  question: StepLogQuery,
  answered: ReadonlySet<string>,
  transfers: LogSessionState['transfers'],
): StepLogQuery | null {
  const hosts = question.keys.filter((key) => !answered.has(key))
  if (hosts.length === question.keys.length) return null
  const asked = new Set(question.keys)
  const sources = question.withSources === true ? sourcesOf(transfers) : new Map<string, ExecuteObject>()
  const left = [...sources].filter(([key]) => !asked.has(key) && !answered.has(key))
  if (hosts.length + left.length === 0) return null
  return {
    ...question,
    keys: [...hosts, ...left.map(([key]) => key)],
    addresses: { ...question.addresses, ...addressesOf(left) },
  }
}

function sourcesOf(transfers: LogSessionState['transfers']): ReadonlyMap<string, ExecuteObject> {
  const sources = new Map<string, ExecuteObject>()
  for (const { frame } of transfers) {
    const { direction, source } = frame.transfer
    if (direction === 'download' && source !== null) sources.set(executeObjectKey(source), source)
  }
  // A third-party source is no host that could be asked.
  sources.delete('?')
  return sources
}

/** For the generation that can only be asked by address (spec 2). */
function addressesOf(objects: readonly (readonly [string, ExecuteObject])[]): Record<string, string> {
  const addresses: Record<string, string> = {}
  for (const [key, object] of objects) {
    if (object.kind !== 'host' || object.hostId !== key) continue
    const address = object.ip ?? object.ipv6
    if (address !== null) addresses[key] = `${object.cloudId ?? '0'}:${address}`
  }
  return addresses
}
