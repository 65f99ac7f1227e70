import type { NodeManStep } from '#contract'
import { layOut } from './step-bars.ts'
import { isFarOver, type TypicalSeconds, typicalSeconds } from './typical-seconds.ts'

/** Which step a host is at, and since when. Times are epoch ms. */
export interface CurrentStep {
  readonly stepIndex: number
  readonly name: string
  readonly since: number
  readonly runningMs: number
  /** Its log grew last; `null` when it has said nothing yet. */
  readonly lastOutputAt: number | null
  readonly typical: TypicalSeconds | null
  /** It takes so much longer than usual that it is likely stuck. */
  readonly farOver: boolean
}

/** `null` when no step runs, or nobody knows since when. */
export function currentStep(steps: readonly NodeManStep[], now: number): CurrentStep | null {
  const stepIndex = steps.findIndex(({ status }) => status === 'RUNNING')
  const step = steps[stepIndex]
  const row = layOut(steps, now).rows[stepIndex]
  if (step === undefined || row?.span == null || row.durationMs === null) return null
  const typical = typicalSeconds(step.name)
  return {
    stepIndex,
    name: step.name,
    since: row.span.from,
    runningMs: row.durationMs,
    lastOutputAt: step.finishedAt.at,
    typical,
    farOver: typical !== null && isFarOver(typical, row.durationMs),
  }
}
