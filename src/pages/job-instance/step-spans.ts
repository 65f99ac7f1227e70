import { isRunFinished, type JobInstanceDetail, runTone, type StepInstance } from '#contract'
import { layOutSpans, type TimeLayout } from '../time-bars.ts'
import type { TimeWindow } from '../time-window.ts'

/** Lays the steps out on one axis; what is not over reaches to `now` (epoch ms). */
export function layOutSteps({ steps, jobInstance, finished }: JobInstanceDetail, now: number): TimeLayout {
  // Hosts and steps of an abnormal job instance may never be ended upstream (bk-job B.12): it ended all the same.
  const until = finished ? jobInstance.endedAt : now
  return layOutSpans(steps.map((step) => spanOf(step, until)))
}

function spanOf({ startedAt, endedAt, durationMs, status }: StepInstance, until: number | null) {
  if (startedAt === null) return null
  const ended = endedAt ?? (isRunFinished(status) && durationMs !== null ? startedAt + durationMs : until)
  return { from: startedAt, to: Math.max(startedAt, ended ?? startedAt) } satisfies TimeWindow
}

/** What a step's time was spent with: work, or waiting for a person or for its next batch (bk-job A.14). */
export function isWaiting({ type, status }: StepInstance): boolean {
  return type === confirmType || (runTone(status) === 'idle' && status !== 1)
}

/** Confirm steps: all their time is waiting for a person. */
export const confirmType = 3
