import type { NodeManStep, StatedTime } from '#contract'

/** Where a bar lies on the common time axis: shares of its length, 0–1. */
interface Bar {
  readonly start: number
  readonly length: number
}

/** One row of the timeline. `bar` and `durationMs` are `null` when its times are not known. */
export interface TimelineRow {
  readonly bar: Bar | null
  readonly durationMs: number | null
}

/** All rows on one axis (epoch ms); the axis is `null` when no step has a time that could be read. */
export interface Timeline {
  readonly axis: { readonly from: number; readonly to: number } | null
  readonly rows: readonly TimelineRow[]
}

/** A bar this short, as a share of the axis, can still be seen and pointed at. */
export const minimumBarShare = 0.012

/**
 * Lays the steps out on one axis, from the first known start to the last known end. A running step reaches to `now`:
 * its finish time only tells of the last output (bk-nodeman A5).
 */
export function layOut(steps: readonly NodeManStep[], now: number): Timeline {
  const spans = steps.map((step) => spanOf(step, now))
  const known = spans.filter((span) => span !== null)
  if (known.length === 0) return { axis: null, rows: spans.map(() => ({ bar: null, durationMs: null })) }
  const from = known.reduce((earliest, span) => Math.min(earliest, span.from), Number.POSITIVE_INFINITY)
  const to = known.reduce((latest, span) => Math.max(latest, span.to), from)
  return { axis: { from, to }, rows: spans.map((span) => rowOf(span, from, to)) }
}

/** From first start to last end; `null` when nothing is known. Still growing while a step runs. */
export function wholeDurationMs({ axis }: Timeline): number | null {
  return axis === null ? null : axis.to - axis.from
}

/** True for a text other than the documented `YYYY-MM-DD HH:MM:SS` (an offset may follow): show it as it is. */
export function isOddlyStated({ text }: StatedTime): boolean {
  return text !== null && !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)
}

interface Span {
  readonly from: number
  readonly to: number
}

function spanOf(step: NodeManStep, now: number): Span | null {
  const from = step.startedAt.at
  if (from === null) return null
  const lastKnown = Math.max(from, step.finishedAt.at ?? from)
  // A clock behind node-man's must not make a bar end before its last output.
  return { from, to: step.status === 'RUNNING' ? Math.max(lastKnown, now) : lastKnown }
}

function rowOf(span: Span | null, from: number, to: number): TimelineRow {
  if (span === null) return { bar: null, durationMs: null }
  const axisMs = Math.max(1, to - from)
  const length = Math.max(minimumBarShare, (span.to - span.from) / axisMs)
  const start = Math.min((span.from - from) / axisMs, 1 - length)
  return { bar: { start: Math.max(0, start), length: Math.min(1, length) }, durationMs: span.to - span.from }
}
