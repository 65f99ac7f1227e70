import type { NodeManInstance } from '#contract'

type Ordered = Pick<NodeManInstance, 'status' | 'ip' | 'ipv6' | 'id'>

/** Failed hosts first; a status nobody knows stands before them all. */
const attention = ['FAILED', 'PART_FAILED', 'TERMINATED', 'RUNNING', 'PENDING', 'IGNORED', 'SUCCESS']

/** The place of a status among all, the one to look at first being the lowest. */
export function attentionOf(status: string): number {
  return attention.indexOf(status)
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** 10.2.0.9 before 10.2.0.10. Upstream's own order is odd (bk-nodeman B3). */
export function byAddress(a: Ordered, b: Ordered): number {
  return compare(addressOf(a), addressOf(b))
}

export function byAttention(a: Ordered, b: Ordered): number {
  return attentionOf(a.status) - attentionOf(b.status) || byAddress(a, b)
}

function addressOf({ ip, ipv6, id }: Ordered): string {
  return ip || ipv6 || id || ''
}
