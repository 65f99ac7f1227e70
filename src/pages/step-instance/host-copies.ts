import { foldAddresses } from './fold-addresses.ts'
import type { HostRow } from './host-rows.ts'

/** The ways to write a host down. */
export const copyShapes = ['ip', 'cloudIp', 'ipv6', 'hostId', 'container', 'folded'] as const
export type CopyShape = (typeof copyShapes)[number]

/** A text to copy, and how many hosts are in it: those that have no such name are left out. */
export interface HostCopy {
  readonly text: string
  readonly count: number
}

/** The hosts in one shape, one a line; folded ones are fewer lines than hosts. */
export function copyHosts(rows: readonly HostRow[], shape: CopyShape): HostCopy {
  const names: string[] = []
  for (const row of rows) {
    const name = nameIn(row, shape)
    if (name !== null) names.push(name)
  }
  const lines = shape === 'folded' ? foldAddresses(names) : names
  return { text: lines.join('\n'), count: names.length }
}

/** How many of the hosts have a name in that shape. */
export function countNamed(rows: readonly HostRow[], shape: CopyShape): number {
  let count = 0
  for (const row of rows) if (nameIn(row, shape) !== null) count += 1
  return count
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
      return cloudId === null || cloudId === '0' || ip === null ? address : `${cloudId}:${ip}`
  }
}
