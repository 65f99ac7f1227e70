import { foldInSlices } from './fold-addresses.ts'
import type { HostRow } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** The ways to write a host down. */
export const copyShapes = ['ip', 'cloudIp', 'ipv6', 'hostId', 'container', 'folded'] as const
export type CopyShape = (typeof copyShapes)[number]

/** The hosts in one shape, a line each; folded ones are fewer lines than hosts. Those without such a name are left out. */
export function* copyHosts(rows: readonly HostRow[], shape: CopyShape): SlicedWork<readonly string[]> {
  const names: string[] = []
  yield* eachInSlices(rows, (row) => {
    const name = nameIn(row, shape)
    if (name !== null) names.push(name)
  })
  return shape === 'folded' ? yield* foldInSlices(names) : names
}

/** How many of the hosts have a name in each shape. */
export function* countNamed(rows: readonly HostRow[]): SlicedWork<Readonly<Record<CopyShape, number>>> {
  const counts = { ip: 0, cloudIp: 0, ipv6: 0, hostId: 0, container: 0, folded: 0 }
  yield* eachInSlices(rows, (row) => {
    for (const shape of copyShapes) if (nameIn(row, shape) !== null) counts[shape] += 1
  })
  return counts
}

function nameIn({ executeObject, address }: HostRow, shape: CopyShape): string | null {
  if (executeObject.kind === 'container') {
    if (shape === 'container') return executeObject.id
    return shape === 'folded' ? address : null
  }
  const { ip, ipv6, hostId, cloudId } = executeObject
  switch (shape) {
    case 'ip':
      return ip
    case 'ipv6':
      return ipv6
    case 'hostId':
      return hostId
    case 'container':
      return null
    case 'cloudIp':
      return ip === null && ipv6 === null ? null : `${cloudId ?? '0'}:${ip ?? ipv6}`
    default:
      // A list of hosts without a cloud area means the direct one, `0` (host-list.ts).
      return cloudId === null || cloudId === '0' || address === hostId ? address : `${cloudId}:${address}`
  }
}
