import { isNodeManUnfinished, type NodeManInstance, type NodeManInstanceId, nodeManTone } from '#contract'
import { byAttention } from '../node-man-host-order.ts'
import { hostName } from './host-words.ts'

/** One host in the list beside the log; `null` is not known. */
export interface ListedHost {
  readonly id: NodeManInstanceId
  readonly name: string
  readonly status: string | null
  /** Other than the direct one: the same address in two areas is two hosts. */
  readonly cloudId: string | null
  /** What is worth telling besides: the step it is at or failed in. */
  readonly stepName: string | null
  /** How long it took, once it is over. */
  readonly durationMs: number | null
}

/**
 * The hosts that have a log, each once. Those listed before keep their places, whatever became of them since: what is read
 * stays where it is (product, section 4). New ones follow, failures first.
 */
export function listHosts(
  hosts: readonly NodeManInstance[],
  before: readonly ListedHost[],
): readonly ListedHost[] {
  const found = new Map(hosts.flatMap((host) => (host.id === null ? [] : [[host.id, host] as const])))
  const kept = before.flatMap(({ id }) => {
    const host = found.get(id)
    found.delete(id)
    return host === undefined ? [] : [host]
  })
  return [...kept, ...[...found.values()].sort(byAttention)].flatMap(toListed)
}

function toListed(host: NodeManInstance): readonly ListedHost[] {
  const { id, status, cloudId, stepName, durationMs } = host
  if (id === null) return []
  const isOver = !isNodeManUnfinished(status)
  const isDone = nodeManTone(status) === 'good'
  return [
    {
      id,
      name: hostName(id, host),
      status,
      cloudId: cloudId === '0' ? null : cloudId,
      stepName: isDone ? null : stepName,
      durationMs: isOver ? durationMs : null,
    },
  ]
}

/** Where the open host is in the list, and which stand beside it. */
export interface Neighbours {
  /** -1 when it is not listed. */
  readonly index: number
  readonly previous: ListedHost | null
  readonly next: ListedHost | null
}

/** `lastIndex`: where it was before a filter, or its own new state, took it away; its neighbours are still those there. */
export function neighboursOf(
  hosts: readonly ListedHost[],
  openedId: NodeManInstanceId,
  lastIndex: number,
): Neighbours {
  const index = hosts.findIndex(({ id }) => id === openedId)
  const after = index < 0 ? lastIndex : index + 1
  return {
    index,
    previous: hosts[(index < 0 ? lastIndex : index) - 1] ?? null,
    next: hosts[after] ?? null,
  }
}

/** The nearest failed host in a direction, going round at the end; `null` when there is no other. */
export function nextFailed(
  hosts: readonly ListedHost[],
  openedId: NodeManInstanceId,
  direction: 1 | -1,
): ListedHost | null {
  const start = hosts.findIndex(({ id }) => id === openedId)
  const first = start < 0 && direction < 0 ? 0 : start
  for (let step = 1; step <= hosts.length; step += 1) {
    const host = hosts[(((first + direction * step) % hosts.length) + hosts.length) % hosts.length]
    if (host !== undefined && host.id !== openedId && isFailed(host)) return host
  }
  return null
}

function isFailed({ status }: ListedHost): boolean {
  return status !== null && nodeManTone(status) === 'bad'
}
