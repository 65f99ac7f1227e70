/** A stretch of time, epoch ms. */
export interface TimeWindow {
  readonly from: number
  readonly to: number
}

/** Node-man's times have a resolution of one second (bk-nodeman A5): looking closer than this shows nothing more. */
export const shortestWindowMs = 2_000

/** Zooms around `at`; a factor above 1 shows less. What is shown stays inside `axis`. */
export function zoomWindow(shown: TimeWindow, factor: number, at: number, axis: TimeWindow): TimeWindow {
  const length = shown.to - shown.from
  const next = Math.min(Math.max(length / factor, shortestWindowMs), axis.to - axis.from)
  const before = length === 0 ? 0.5 : (at - shown.from) / length
  return insideAxis({ from: at - before * next, to: at + (1 - before) * next }, axis)
}

/** Moves by a share of what is shown: 0.25 is a quarter to the right. */
export function panWindow(shown: TimeWindow, share: number, axis: TimeWindow): TimeWindow {
  const byMs = (shown.to - shown.from) * share
  return insideAxis({ from: shown.from + byMs, to: shown.to + byMs }, axis)
}

/** The same length, moved inside the axis; all of the axis where that is shorter. */
export function insideAxis(shown: TimeWindow, axis: TimeWindow): TimeWindow {
  const length = shown.to - shown.from
  if (length >= axis.to - axis.from) return axis
  const from = Math.min(Math.max(shown.from, axis.from), axis.to - length)
  return { from, to: from + length }
}
