import type { StepLogQuery } from '#contract'
import type { HostRow } from './host-rows.ts'

/**
 * What to ask for the logs of these hosts. Addresses go along with host ids, for the generation that can only be asked
 * by address (spec 2).
 */
export function logQuestion(rows: readonly HostRow[], withSources = false): StepLogQuery {
  const addresses: Record<string, string> = {}
  for (const row of rows) {
    const address = addressOfId(row)
    if (address !== null) addresses[row.key] = address
  }
  return {
    keys: rows.map((row) => row.key),
    ...(Object.keys(addresses).length > 0 ? { addresses } : {}),
    ...(withSources ? { withSources } : {}),
  }
}

/** `cloud:ip` of a host asked for by its id. */
function addressOfId({ key, executeObject }: HostRow): string | null {
  if (executeObject.kind !== 'host' || executeObject.hostId !== key) return null
  const address = executeObject.ip ?? executeObject.ipv6
  return address === null ? null : `${executeObject.cloudId ?? '0'}:${address}`
}
