import type { RefObject } from 'react'
import { isRestoredScroll } from './restored-scroll.ts'
import {
  isDrag,
  listRows,
  placeAt,
  placeOfDrag,
  type ScrollPlace,
  type ScrollRange,
  settle,
} from './scroll-window.ts'

/*
 * What the browser has done to the scroller, and what of it was the reader.
 */

/** Where the view is after the scroll position changed; null when it did not. */
function scrolledPlace(scrollTop: number, from: ScrollPlace, range: ScrollRange): ScrollPlace | null {
  if (scrollTop === from.scrollTop) return null
  if (isDrag(scrollTop - from.scrollTop, range)) return placeOfDrag(scrollTop, range)
  return settle({ scrollTop, rowOffset: from.rowOffset }, range)
}

/**
 * The place, or where the reader has scrolled since and we have not heard of yet: growth must not undo that. A list that
 * became shorter, or a view that became higher, is no scrolling: there the browser moved.
 */
export function unheardPlace(
  element: HTMLElement | null,
  place: ScrollPlace,
  range: ScrollRange,
): ScrollPlace {
  if (element === null || isRestoredScroll()) return place
  // Heights are told in whole pixels: the end that a scrollbar reaches may be part of one farther.
  const farthest = listRows(range) * range.rowPx - range.viewportPx + 1
  const isAtItsEnd = element.scrollTop >= element.scrollHeight - element.clientHeight - 1
  if (place.scrollTop > farthest && isAtItsEnd) return place
  return scrolledPlace(element.scrollTop, place, range) ?? place
}

/**
 * Takes the height down, which the browser tells later than where it scrolled for its sake. Costs nothing where the scroll
 * position is asked for as well.
 */
export function lookAtHeight(element: HTMLElement | null, viewportPx: RefObject<number | null>): void {
  if (element !== null && viewportPx.current !== null) viewportPx.current = element.clientHeight
}

export function nextPlace(place: ScrollPlace, follow: boolean, range: ScrollRange): ScrollPlace {
  return follow ? placeAt(Number.POSITIVE_INFINITY, range) : settle(place, range)
}
