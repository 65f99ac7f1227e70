import { type HostRow, namesOf } from './host-rows.ts'
import { hostsNotHere } from './names-not-here.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'
import type { TransferRow } from './transfer-row.ts'

/** Of these keys of hosts those that no transfer leaves from or arrives at, whatever the answers call them. */
export function* withoutTransfers(
  transfers: readonly TransferRow[],
  keys: Iterable<string>,
): SlicedWork<readonly string[]> {
  const left = new Set(keys)
  const seen = new Set([''])
  const see = (key: string, object: TransferRow['source']) => {
    if (seen.has(key)) return
    seen.add(key)
    left.delete(key)
    if (object !== null) for (const name of namesOf(key, object).split(' ')) left.delete(name)
  }
  if (left.size > 0)
    yield* eachInSlices(transfers, (row) => {
      left.delete(row.hostKey)
      see(row.sourceKey, row.source)
      see(row.destinationKey, row.destination)
    })
  return [...left]
}

/**
 * The hosts, with their cloud areas, that transfers name by the address of one of these keys: who asks for an address alone
 * means the direct area, and the same address in another is another host.
 */
export function* sameAddress(
  transfers: readonly TransferRow[],
  keys: readonly string[],
): SlicedWork<readonly string[]> {
  const addresses = new Set(keys.map((key) => key.replace(/^\d+:/, '')))
  const found = new Set<string>()
  const see = (object: TransferRow['source'], address: string) => {
    if (object?.kind === 'host' && addresses.has(address)) found.add(`${object.cloudId ?? '?'}:${address}`)
  }
  if (keys.length > 0)
    yield* eachInSlices(transfers, ({ source, sourceHost, destination, destinationHost }) => {
      see(source, sourceHost)
      see(destination, destinationHost)
    })
  return [...found]
}

/** Of a list of hosts those that are neither hosts of the step nor ends of its transfers. */
export function* neitherHostNorEnd(
  transfers: readonly TransferRow[],
  hosts: readonly HostRow[],
  asked: string,
): SlicedWork<readonly string[]> {
  return yield* withoutTransfers(transfers, yield* hostsNotHere(hosts, asked))
}
