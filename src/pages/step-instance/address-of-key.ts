import { keyNames } from '#contract'
import { addressOf, findRow, type HostRow } from './host-rows.ts'
import type { TransferRow } from './transfer-row.ts'

/**
 * What a person calls the host that `key` names. A host typed as an id has no better name than that until a
 * transfer tells one.
 */
export function addressOfKey(
  key: string,
  hosts: readonly HostRow[],
  transfers: readonly Pick<TransferRow, 'source' | 'destination'>[],
): string {
  const listed = findRow(hosts, key)?.address ?? key
  if (listed !== key) return listed
  for (const { source, destination } of transfers) {
    for (const end of [source, destination]) {
      if (end !== null && keyNames(key, end)) return addressOf(end, key)
    }
  }
  return listed
}
