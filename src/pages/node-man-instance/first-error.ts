import type { Closing, FoundLine, LogFindings } from './log-findings.ts'
import type { StepState } from './step-state.ts'

/** Why a host failed, as far as its logs say. */
export interface Cause {
  readonly kind: 'error' | Closing['kind']
  readonly stepIndex: number
  readonly line: FoundLine
}

/** One step as far as its cause of failure goes. */
export interface ExaminedStep {
  readonly state: StepState
  readonly findings: LogFindings
}

const telling: ReadonlySet<StepState> = new Set(['failed', 'stopped', 'given-up', 'running-with-errors'])

/**
 * The first line that says why, in the first step that failed or is failing. An ERROR inside a step that succeeded
 * after all was overcome and is no cause. A stopped step has only its closing WARNING (bk-nodeman A6).
 */
export function firstCause(steps: readonly ExaminedStep[]): Cause | null {
  for (const [stepIndex, { state, findings }] of steps.entries()) {
    if (!telling.has(state)) continue
    const { firstError, closing } = findings
    const isItsEnd = closing !== null && firstError?.lineNumber === closing.line.lineNumber
    if (firstError !== null && !isItsEnd) return { kind: 'error', stepIndex, line: firstError }
    if (closing !== null) return { kind: closing.kind, stepIndex, line: closing.line }
  }
  return null
}
