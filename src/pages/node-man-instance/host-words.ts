import type { NodeManInstance, NodeManInstanceId } from '#contract'

/**
 * The address inside an instance id: `host|instance|host|10.0.0.3-0-0` is `10.0.0.3`, and IPv6 alike; `null` for an id
 * that names a host by number (bk-nodeman A3).
 */
export function addressInId(id: NodeManInstanceId): string | null {
  return /\|([\d.]+|[\da-fA-F:]*:[\da-fA-F:]*)-\d+(?:-\d+)?$/.exec(id)?.[1] ?? null
}

/** What a host is called on screen: its address where one is known, else the id itself. */
export function hostName(id: NodeManInstanceId, host: NodeManInstance | null): string {
  return host?.ip || host?.ipv6 || addressInId(id) || id
}
