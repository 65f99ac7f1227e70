import { isRunFinished, type JobInstanceDetail, runTone, type StepInstance } from '#contract'
import { layOutSpans, type TimeLayout } from '../time-bars.ts'
import type { TimeWindow } from '../time-window.ts'

/** Lays the steps out on one axis; what is not over reaches to `now` (epoch ms). */
export function layOutSteps({ steps, jobInstance, finished }: JobInstanceDetail, now: number): TimeLayout {
  // Hosts and steps of an abnormal job instance may never be ended upstream (bk-job B.12): it ended all the same.
  const until = finished ? jobInstance.endedAt : now
  const laidOut = layOutSpans(steps.map((step) => spanOf(step, until)))
  return withEarlierAttempts(laidOut, steps, jobInstance.startedAt)
}

/**
 * Upstream tells the times of a step's newest attempt alone (bk-job A.7). Those before it, and the waits between, are
 * the gap in front of it; for a first step that gap begins with the job instance.
 */
function withEarlierAttempts(
  { axis, rows }: TimeLayout,
  steps: readonly StepInstance[],
  startedAt: number | null,
): TimeLayout {
  const first = rows.findIndex(({ span }) => span !== null)
  const row = rows[first]
  const isRetried = (steps[first]?.executeCount ?? 0) > 0
  if (axis === null || startedAt === null || !isRetried || !row?.span || startedAt >= row.span.from)
    return { axis, rows }
  const gap = { from: startedAt, to: row.span.from }
  return { axis: { ...axis, from: startedAt }, rows: rows.with(first, { ...row, gap }) }
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
