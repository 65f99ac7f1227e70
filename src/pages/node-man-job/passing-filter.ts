import type { NodeManInstance } from '#contract'
import { addressFilter } from '../address-filter.ts'
import type { NodeManJobUrl } from './url.ts'

/**
 * Whether an ignored host passes the filters. Node-man applies them to the hosts it worked on, and repeats the ignored
 * ones on every page whatever was asked for (bk-nodeman B3): without this, filter and list would contradict each other.
 */
export function passesFilter(host: NodeManInstance, { status, ip }: Pick<NodeManJobUrl, 'status' | 'ip'>) {
  const addresses = ip === null ? null : (addressFilter(ip) ?? ip).split(' ')
  const statuses = status === null ? null : status.split(/[,\s]+/)
  // Their own status says why; ignored, and counted so, are all of them.
  const isWantedStatus = statuses === null || [host.status, 'IGNORED'].some((one) => statuses.includes(one))
  return isWantedStatus && (addresses === null || [host.ip, host.ipv6].some((one) => isIn(addresses, one)))
}

function isIn(addresses: readonly string[], address: string | null): boolean {
  return address !== null && addresses.includes(address.toLowerCase())
}
