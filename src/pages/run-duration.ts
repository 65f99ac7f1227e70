import { isRunFinished, type JobInstance } from '#contract'

/**
 * How long a run took, or has taken until `now` (epoch ms). Upstream's own total of a running one is null or minutes
 * old (bk-job A.6, A.7), so that is counted from its start; `null` before it started.
 */
export function runDurationMs(
  { status, startedAt, durationMs }: Pick<JobInstance, 'status' | 'startedAt' | 'durationMs'>,
  now: number,
): number | null {
  if (isRunFinished(status) || startedAt === null) return durationMs
  return Math.max(durationMs ?? 0, now - startedAt)
}

/** The middle value, `null` of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
