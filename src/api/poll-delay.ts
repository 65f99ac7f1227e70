import type { Problem } from '#contract'

/** The job platform's own page polls 1 s ×4, 2 s ×3, then 3 s (bk-job C.4); logs lag 1–10 s anyway (B.4). */
const pollDelaysMs = [1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000]
const slowPollMs = 3_000

/** These pass by themselves: not written yet; no network; the one gateway of several that answered is gone. */
const passing: ReadonlySet<Problem['kind']> = new Set(['not-ready', 'offline', 'truncated'])

/** Until what is live is asked for again, after so many polls; null when its problem stays until somebody does something. */
export function pollDelayMs(problem: Problem | null, polls: number): number | null {
  if (problem === null) return pollDelaysMs[polls] ?? slowPollMs
  if (passing.has(problem.kind)) return slowPollMs
  return problem.retryAfterSeconds === null ? null : Math.max(1, problem.retryAfterSeconds) * 1_000
}
