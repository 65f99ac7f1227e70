/** Hosts of the story: made from a number, so that thousands cost nothing and never change. */

export type Host = {
  /** `{object_type}|{node_type}|{type}|{id}` (bk-nodeman A3). */
  readonly instanceId: string
  /** Null before the host is registered (a fresh installation). */
  readonly hostId: number | null
  /** `''` for a host with IPv6 only. */
  readonly ip: string
  readonly ipv6: string
  readonly cloudId: number
  readonly cloudName: string
  readonly bizId: number
  readonly bizName: string
  readonly agentId: string
}

export const BUSINESSES: Readonly<Record<number, string>> = {
  1: 'blueking',
  2: 'demo game',
  3: '支付核心 payments',
  4: '空业务 empty',
}

/** The n-th host of a business; from 0 up, 250 to a network. */
export function makeHost(bizId: number, index: number, changes: Partial<Host> = {}): Host {
  const hostId = 2_000_000_000 + bizId * 100_000 + index
  return {
    instanceId: `host|instance|host|${hostId}`,
    hostId,
    ip: `10.${bizId}.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    ipv6: '',
    cloudId: 0,
    cloudName: '直连区域',
    bizId,
    bizName: BUSINESSES[bizId] ?? `业务 ${bizId}`,
    agentId: `0200000000525400${(hostId % 0xffffff).toString(16).padStart(6, '0')}17206124425${(index % 10).toString()}e`,
    ...changes,
  }
}

/** A host being installed: its id is the ip key `ip-cloud-supplier`, and it has no host id yet (A3). */
export function makeNewHost(bizId: number, index: number, changes: Partial<Host> = {}): Host {
  const host = makeHost(bizId, index, changes)
  const key = host.ip === '' ? host.ipv6 : host.ip
  return { ...host, hostId: null, instanceId: `host|instance|host|${key}-${host.cloudId}-0` }
}
