/**
 * Turns of the wheel scroll `element` here, in the frame that paints the new rows. Left to the browser, it scrolls
 * first and the page's own frames get what time is left: rows come late, and every other frame is missed
 * (docs/performance.md, "The wheel"). Zooming, sideways turns and turns beyond an end stay the browser's.
 * @param linePx what a browser means that counts in lines
 * @param scrollBy scrolls, CSS px; false when it cannot any farther
 * @returns stops it
 */
export function takeWheel(
  element: HTMLElement,
  linePx: number,
  scrollBy = (deltaPx: number) => scrollNow(element, deltaPx),
): () => void {
  const onWheel = (event: WheelEvent): void => {
    if (event.defaultPrevented || !event.cancelable || event.ctrlKey || event.shiftKey) return
    if (event.deltaY === 0) return
    if (!scrollBy(event.deltaY * unitPx(event, element, linePx))) return
    element.scrollLeft += event.deltaX * unitPx(event, element, linePx)
    event.preventDefault()
  }
  element.addEventListener('wheel', onWheel, { passive: false })
  return () => element.removeEventListener('wheel', onWheel)
}

function scrollNow(element: HTMLElement, deltaPx: number): boolean {
  const before = element.scrollTop
  element.scrollTop = before + deltaPx
  return element.scrollTop !== before
}

/** Pixels of one unit of the event's deltas. */
function unitPx({ deltaMode }: WheelEvent, { clientHeight }: HTMLElement, linePx: number): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return linePx
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? clientHeight : 1
}
