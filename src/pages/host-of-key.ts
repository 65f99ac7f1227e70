import { type Host, parseExecuteObjectKey } from '#contract'

/** A host known only by the key it was asked by. */
export function hostOfKey(key: string): Host {
  const parsed = parseExecuteObjectKey(key)
  const nothing: Host = { kind: 'host', hostId: null, cloudId: null, ip: null, ipv6: null, cloudName: null }
  if (parsed?.by === 'hostId') return { ...nothing, hostId: parsed.hostId }
  if (parsed?.by !== 'address') return nothing
  const isIpv6 = parsed.address.includes(':')
  return { ...nothing, cloudId: parsed.cloudId, [isIpv6 ? 'ipv6' : 'ip']: parsed.address }
}
