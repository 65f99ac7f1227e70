import type { NodeManCounts, ProblemKind } from '#contract'

/** What is known of the job of a host. */
interface KnownOfJob {
  /** `null` where nobody counted yet, not given where the job has not answered. */
  readonly counts: NodeManCounts | null | undefined
  /** Why it did not. */
  readonly problem: ProblemKind | null
  /** No other of its hosts was opened in this browser. */
  readonly isAlone: () => boolean
}

/**
 * Whether there are hosts to go to from this one; `null` until that is known. Where hosts cannot be listed, it is those that
 * were opened before.
 */
export function hasOtherHosts({ counts, problem, isAlone }: KnownOfJob): boolean | null {
  if (counts !== undefined) return counts === null || counts.total - counts.ignored !== 1
  if (problem === null) return null
  return problem !== 'not-offered' || !isAlone()
}
