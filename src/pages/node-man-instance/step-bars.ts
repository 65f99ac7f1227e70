import type { NodeManStep, StatedTime } from '#contract'
import { layOutSpans, type TimeLayout } from '../time-bars.ts'
import type { TimeWindow } from '../time-window.ts'

/**
 * Lays the steps out on one axis. A running step reaches to `now`: its finish time only tells of the last output
 * (bk-nodeman A5).
 */
export function layOut(steps: readonly NodeManStep[], now: number): TimeLayout {
  const { axis, rows } = layOutSpans(steps.map((step) => spanOf(step, now)))
  return {
    axis,
    rows: rows.map((row, index) => (isEndKnown(steps[index]) ? row : { ...row, durationMs: null })),
  }
}

/** A step that is over and ends before its start, or never, took nobody knows how long: not "<1 s". */
function isEndKnown(step: NodeManStep | undefined): boolean {
  if (step === undefined || step.status === 'RUNNING') return true
  const { startedAt, finishedAt } = step
  return startedAt.at !== null && finishedAt.at !== null && finishedAt.at >= startedAt.at
}

/** True for a text other than the documented `YYYY-MM-DD HH:MM:SS` (an offset may follow): show it as it is. */
export function isOddlyStated({ text }: StatedTime): boolean {
  return text !== null && !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)
}

function spanOf(step: NodeManStep, now: number): TimeWindow | null {
  const from = step.startedAt.at
  if (from === null) return null
  const lastKnown = Math.max(from, step.finishedAt.at ?? from)
  // A clock behind node-man's must not make a bar end before its last output.
  return { from, to: step.status === 'RUNNING' ? Math.max(lastKnown, now) : lastKnown }
}
