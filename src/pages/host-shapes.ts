import type { ExecuteObject } from '#contract'

/** The ways to write a host down. */
export const copyShapes = ['ip', 'cloudIp', 'ipv6', 'hostId', 'container', 'folded'] as const
export type CopyShape = (typeof copyShapes)[number]

/** A host's name in one shape; `null` when it has none. `address` is what it is shown as; folding comes after. */
export function nameInShape(object: ExecuteObject, address: string, shape: CopyShape): string | null {
  if (object.kind === 'container') {
    if (shape === 'container') return object.id
    return shape === 'folded' ? address : null
  }
  const { ip, ipv6, hostId, cloudId } = object
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
