import type { NodeManInstance } from '#contract'
import { createAddressFold } from '../address-fold.ts'
import { type CopyShape, nameInShape } from '../host-shapes.ts'

/** The hosts in one shape, a line each; folded ones are fewer lines than hosts. Those without such a name are left out. */
export function linesOf(hosts: readonly NodeManInstance[], shape: CopyShape): readonly string[] {
  const names = hosts.flatMap((host) => nameOf(host, shape) ?? [])
  if (shape !== 'folded') return names
  const fold = createAddressFold()
  for (const name of names) fold.add(name)
  return fold.lines()
}

/** How many of the hosts have a name in that shape. */
export function countIn(hosts: readonly NodeManInstance[], shape: CopyShape): number {
  return hosts.filter((host) => nameOf(host, shape) !== null).length
}

function nameOf({ hostId, cloudId, ip, ipv6 }: NodeManInstance, shape: CopyShape): string | null {
  // Node-man writes an address it does not have as an empty text, too.
  const known = { ip: ip || null, ipv6: ipv6 || null }
  const address = known.ip ?? known.ipv6 ?? hostId
  if (address === null) return null
  return nameInShape({ kind: 'host', hostId, cloudId, cloudName: null, ...known }, address, shape)
}
