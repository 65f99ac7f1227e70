import { isNodeManUnfinished } from '#contract'

const pollMs = 5_000
const retryWatchMs = 15_000
const retryLikelyMs = 10 * 60_000

/** What decides whether the job is looked at again. Times are epoch ms. */
export interface HostPoll {
  readonly jobStatus: string
  readonly hostStatus: string | null
  readonly endedAt: number | null
  readonly now: number
}

/**
 * Milliseconds until the job is asked about its host again, `false` for never. Somebody who watches a host fail often
 * retries it at once, so for ten minutes after a failure the job (not the log) is looked at now and then; without
 * that a retry would go unnoticed, since everything else stopped (bk-nodeman A8).
 */
export function hostPollMs({ jobStatus, hostStatus, endedAt, now }: HostPoll): number | false {
  const status = hostStatus ?? jobStatus
  if (isNodeManUnfinished(status)) return pollMs
  const justFailed = status === 'FAILED' && endedAt !== null && now - endedAt < retryLikelyMs
  return justFailed ? retryWatchMs : false
}
