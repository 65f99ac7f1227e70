import type { FoundLine, LogFindings } from './log-findings.ts'
import type { StepState } from './step-state.ts'

/** Why a host failed, as far as its logs say. */
export interface Cause {
  readonly kind: 'error' | 'stopped'
  readonly stepIndex: number
  readonly line: FoundLine
}

/** One step as far as its cause of failure goes. */
export interface ExaminedStep {
  readonly state: StepState
  readonly findings: LogFindings
}

/**
 * The first line that says why, in the first step that failed or is failing. An ERROR inside a step that succeeded
 * after all was overcome and is no cause. A stopped step has only its closing WARNING (bk-nodeman A6).
 */
export function firstCause(steps: readonly ExaminedStep[]): Cause | null {
  for (const [stepIndex, { state, findings }] of steps.entries()) {
    if (state !== 'failed' && state !== 'running-with-errors') continue
    if (findings.firstError !== null) return { kind: 'error', stepIndex, line: findings.firstError }
    if (findings.stopped !== null) return { kind: 'stopped', stepIndex, line: findings.stopped }
  }
  return null
}
