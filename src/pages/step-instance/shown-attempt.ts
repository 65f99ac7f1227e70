import type { StepInstanceDetail } from '#contract'

/** Which attempt is shown, 0 for the first. */
export function attemptOf({ part, step }: Pick<StepInstanceDetail, 'part' | 'step'>): number {
  return part?.executeCount ?? step.executeCount
}

/** Whether the newest attempt is shown: the step's own state and times, and all logs, are of that one. */
export function isNewestAttempt(detail: Pick<StepInstanceDetail, 'part' | 'step'>): boolean {
  return attemptOf(detail) === detail.step.executeCount
}
