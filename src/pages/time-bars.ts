import type { TimeWindow } from './time-window.ts'

/** One row of a timeline; everything is `null` when its times are not known. */
export interface TimeRow {
  readonly span: TimeWindow | null
  readonly durationMs: number | null
  /** Between the end of everything before it and its start: nobody worked on it. */
  readonly gap: TimeWindow | null
}

/** All rows on one axis; the axis is `null` when no row has a time. */
export interface TimeLayout {
  readonly axis: TimeWindow | null
  readonly rows: readonly TimeRow[]
}

/** Where something lies in what is shown: shares of its length, 0–1; or on which side it lies outside. */
export type BarPlace =
  | { readonly start: number; readonly length: number }
  | { readonly outside: 'before' | 'after' }

/** A bar this short, as a share of what is shown, can still be seen and pointed at. */
export const minimumBarShare = 0.012

/** Steps follow each other within a second or so (bk-nodeman D4): only more than that is worth showing. */
const shortestGapMs = 2_000
/** Bars on an axis of no length could not be told apart from each other. */
const shortestAxisMs = 5_000

/** Lays rows out on one axis, from the first known start to the last known end. */
export function layOutSpans(spans: readonly (TimeWindow | null)[]): TimeLayout {
  const known = spans.filter((span) => span !== null)
  const from = known.reduce((earliest, span) => Math.min(earliest, span.from), Number.POSITIVE_INFINITY)
  const to = known.reduce((latest, span) => Math.max(latest, span.to), from)
  let reached: number | null = null
  const rows = spans.map((span) => {
    const row = rowOf(span, reached)
    if (span !== null) reached = Math.max(reached ?? span.to, span.to)
    return row
  })
  return { axis: known.length === 0 ? null : { from, to: Math.max(to, from + shortestAxisMs) }, rows }
}

/** From first start to last end; `null` when nothing is known. */
export function wholeDurationMs({ rows }: TimeLayout): number | null {
  const spans = rows.flatMap(({ span }) => (span === null ? [] : [span]))
  const [first] = spans
  if (first === undefined) return null
  const from = spans.reduce((earliest, span) => Math.min(earliest, span.from), first.from)
  return spans.reduce((latest, span) => Math.max(latest, span.to), first.to) - from
}

/** Cut to what is shown, never shorter than can be seen. */
export function placeIn(span: TimeWindow, shown: TimeWindow): BarPlace {
  if (span.to < shown.from) return { outside: 'before' }
  if (span.from > shown.to) return { outside: 'after' }
  const shownMs = Math.max(1, shown.to - shown.from)
  const from = Math.max(0, (span.from - shown.from) / shownMs)
  const to = Math.min(1, (span.to - shown.from) / shownMs)
  const length = Math.min(1, Math.max(minimumBarShare, to - from))
  return { start: Math.max(0, Math.min(from, 1 - length)), length }
}

function rowOf(span: TimeWindow | null, reached: number | null): TimeRow {
  if (span === null) return { span, durationMs: null, gap: null }
  const isGap = reached !== null && span.from - reached >= shortestGapMs
  return { span, durationMs: span.to - span.from, gap: isGap ? { from: reached, to: span.from } : null }
}
