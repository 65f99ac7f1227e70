/**
 * A browser clamps an element's height (Chromium at 33,554,428 px, Firefox at 17,895,697), and positions over
 * 2^24 px lose whole pixels in 32-bit transforms. 16 million pixels is below all three, so the list is never
 * higher than this; a longer log is shown through it as through a window that slides.
 */
const maxListPx = 16_000_000
/** At both ends the window stands still, so that the first and last lines are reached like in a short log. */
const edgePx = 200_000
/** How far wheel and keys may move before the scrollbar is put right, unnoticed. */
const driftPx = 40_000

/** Where the view stands: the scroll position in the list, and the row of the log that is the list's first. */
export interface ScrollPlace {
  readonly scrollTop: number
  readonly rowOffset: number
}

/** What is scrolled: all rows, how high each is (positions are a multiplication), and the height of the view. */
export interface ScrollRange {
  readonly totalRows: number
  readonly rowPx: number
  readonly viewportPx: number
}

/** Rows the list has. */
export function listRows({ totalRows, rowPx }: Pick<ScrollRange, 'totalRows' | 'rowPx'>): number {
  return Math.min(totalRows, Math.floor(maxListPx / rowPx))
}

/** Distance of the view's top from the log's top, as if there were no limit. */
export function topPxOf(place: ScrollPlace, rowPx: number): number {
  return place.scrollTop + place.rowOffset * rowPx
}

/** The largest such distance. */
export function lastTopPx({ totalRows, rowPx, viewportPx }: ScrollRange): number {
  return Math.max(0, totalRows * rowPx - viewportPx)
}

/** The place that shows `topPx` exactly, with the scrollbar where a reader expects it. */
export function placeAt(topPx: number, range: ScrollRange): ScrollPlace {
  const { rowPx } = range
  const { hiddenRows, lastTop, lastScrollTop } = measure(range)
  const top = Math.min(Math.max(0, topPx), lastTop)
  if (hiddenRows === 0 || top <= edgePx) return { scrollTop: top, rowOffset: 0 }
  if (top >= lastTop - edgePx) return { scrollTop: top - hiddenRows * rowPx, rowOffset: hiddenRows }
  const share = (top - edgePx) / (lastTop - 2 * edgePx)
  const ideal = edgePx + share * (lastScrollTop - 2 * edgePx)
  const rowOffset = Math.round((top - ideal) / rowPx)
  return { scrollTop: top - rowOffset * rowPx, rowOffset }
}

/** After a drag of the scrollbar: `scrollTop` says where in the whole log, in proportion. */
export function placeOfDrag(scrollTop: number, range: ScrollRange): ScrollPlace {
  const { hiddenRows, lastTop, lastScrollTop } = measure(range)
  if (hiddenRows === 0 || scrollTop <= edgePx) return { scrollTop, rowOffset: 0 }
  if (scrollTop >= lastScrollTop - edgePx) return { scrollTop, rowOffset: hiddenRows }
  const share = (scrollTop - edgePx) / (lastScrollTop - 2 * edgePx)
  const top = edgePx + share * (lastTop - 2 * edgePx)
  return { scrollTop, rowOffset: Math.round((top - scrollTop) / range.rowPx) }
}

/**
 * After wheel, keys, or growth: the same lines stay in view, to the pixel. Most of the time this is the place
 * given; only when the scrollbar has drifted, or an end comes near, is it the same view from another place.
 */
export function settle(place: ScrollPlace, range: ScrollRange): ScrollPlace {
  const { hiddenRows, lastScrollTop } = measure(range)
  const ideal = placeAt(topPxOf(place, range.rowPx), range)
  if (hiddenRows === 0) return ideal
  const drifted = Math.abs(ideal.scrollTop - place.scrollTop) > driftPx
  const nearTop = place.scrollTop < edgePx / 2 && place.rowOffset !== 0
  const nearEnd = place.scrollTop > lastScrollTop - edgePx / 2 && place.rowOffset !== hiddenRows
  return drifted || nearTop || nearEnd ? ideal : place
}

/** True when a scroll by this much can only come from the scrollbar: one pixel of it is twice as much. */
export function isDrag(distancePx: number, range: ScrollRange): boolean {
  const { hiddenRows } = measure(range)
  return hiddenRows > 0 && Math.abs(distancePx) > maxListPx / Math.max(1, range.viewportPx) / 2
}

function measure(range: ScrollRange) {
  const rows = listRows(range)
  return {
    hiddenRows: range.totalRows - rows,
    lastTop: lastTopPx(range),
    lastScrollTop: Math.max(0, rows * range.rowPx - range.viewportPx),
  }
}
