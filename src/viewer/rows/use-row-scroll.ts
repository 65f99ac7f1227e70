import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isRestoredScroll } from './restored-scroll.ts'
import {
  isDrag,
  lastTopPx,
  listRows,
  placeAt,
  placeOfDrag,
  type ScrollPlace,
  type ScrollRange,
  settle,
  topPxOf,
} from './scroll-window.ts'

/** What is in view: the list's window on the log, and the rows seen through it. */
export interface RowWindow {
  readonly rowOffset: number
  readonly firstRowIndex: number
  readonly lastRowIndex: number
}

export interface RowScrollOptions {
  readonly element: HTMLElement | null
  readonly totalRows: number
  /** Height of every row. */
  readonly rowPx: number
  /** Keep the last row in view while the log grows. */
  readonly follow: boolean
  /** The log is on its way for the first time: who went to the end meant the end it will have. */
  readonly isArriving: boolean
  /** The reader moved up by hand. */
  readonly onLeaveEnd: () => void
  /** Told before the view is painted, so that its rows can be asked for. */
  readonly onWindow: (inView: RowWindow) => void
}

export interface RowScroll {
  readonly inView: RowWindow
  /** Brings a row into view; `near` leaves the view alone if it is there already. */
  readonly toRow: (rowIndex: number, align: 'start' | 'center' | 'near') => void
  /** Puts a row at the top, `hiddenPx` of it above the view. Nobody moved: what is followed stays followed. */
  readonly putRow: (rowIndex: number, hiddenPx: number) => void
  /** The row at the top and how much of it is above the view. */
  readonly top: () => { readonly rowIndex: number; readonly hiddenPx: number }
  readonly toEnd: () => void
  readonly byRows: (rows: number) => void
  /** Whole rows in view. */
  readonly pageRows: () => number
  readonly isAtEnd: () => boolean
  /** The reader has moved by wheel, keys or scrollbar, and not just been taken somewhere. */
  readonly hasMoved: () => boolean
}

/**
 * Scrolls a log of any length through a list of limited height, to the row (see `scroll-window.ts`). Each
 * change is painted in the frame it happens in: nothing waits for a second render.
 */
export function useRowScroll(options: RowScrollOptions): RowScroll {
  const { element, totalRows, rowPx, follow } = options
  const [inView, setInView] = useState<RowWindow>(() => firstWindow(rowPx))
  const place = useRef<ScrollPlace>({ scrollTop: 0, rowOffset: 0 })
  const placedRowPx = useRef(rowPx)
  const movedByHand = useRef(false)
  const wantsEnd = useRef(false)
  /** Height of the view as the browser told it; null until it has. */
  const viewportPx = useRef<number | null>(null)
  const hasRows = useRef(false)
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })

  const range = useCallback(
    (): ScrollRange => ({
      totalRows: latest.current.totalRows,
      rowPx: latest.current.rowPx,
      viewportPx: viewportPx.current ?? latest.current.element?.clientHeight ?? 0,
    }),
    [],
  )

  /** What is in view at the place, which is told. */
  const lookAround = useCallback((): RowWindow => {
    const { rowPx, viewportPx } = range()
    const firstRowIndex = Math.floor(topPxOf(place.current, rowPx) / rowPx)
    const lastRowIndex = firstRowIndex + Math.ceil(viewportPx / rowPx)
    const seen = { rowOffset: place.current.rowOffset, firstRowIndex, lastRowIndex }
    latest.current.onWindow(seen)
    return seen
  }, [range])

  /** Makes `next` the place, without rendering. */
  const moveTo = useCallback(
    (next: ScrollPlace): RowWindow => {
      const scroller = latest.current.element
      if (scroller !== null && scroller.scrollTop !== next.scrollTop) scroller.scrollTop = next.scrollTop
      // Read back: the browser clamps, and rounds to device pixels.
      place.current = { scrollTop: scroller?.scrollTop ?? 0, rowOffset: next.rowOffset }
      return lookAround()
    },
    [lookAround],
  )

  const leaveEnd = useCallback((): void => {
    wantsEnd.current = false
    latest.current.onLeaveEnd()
  }, [])
  const go = useCallback((next: ScrollPlace) => flushSync(() => setInView(sameOr(moveTo(next)))), [moveTo])

  useLayoutEffect(() => {
    if (element === null) return
    isRestoredScroll()
    const onScroll = (): void => {
      const next = scrolledPlace(element.scrollTop, place.current, range())
      if (next === null) return
      if (isRestoredScroll()) {
        element.scrollTop = place.current.scrollTop
        return
      }
      movedByHand.current = true
      const { rowPx } = range()
      if (topPxOf(next, rowPx) < topPxOf(place.current, rowPx) - 1) leaveEnd()
      go(next)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [element, go, range, leaveEnd])

  useKeepPlace({
    element,
    totalRows,
    rowPx,
    follow,
    viewportPx,
    keep: () => {
      const isHeld = follow || (wantsEnd.current && latest.current.isArriving)
      const isFirst = !hasRows.current
      hasRows.current = true
      // Nothing has scrolled yet: asking the browser where it is would lay the first rows out twice.
      if (isFirst && !isHeld) return setInView(sameOr(lookAround()))
      const scale = rowPx / placedRowPx.current
      placedRowPx.current = rowPx
      const from = unheardPlace(element, place.current, range())
      const next = scale === 1 ? from : placeAt(topPxOf(from, rowPx / scale) * scale, range())
      const hasLeft = topPxOf(from, rowPx) < topPxOf(place.current, rowPx) - 1
      if (hasLeft) leaveEnd()
      setInView(sameOr(moveTo(nextPlace(next, isHeld && !hasLeft, range()))))
    },
  })

  const actions = useMemo(() => {
    const rowPx = (): number => range().rowPx
    const topOf = (): number => topPxOf(place.current, rowPx())
    const toTop = (topPx: number): void => {
      if (topPx < topOf() - 1) leaveEnd()
      go(placeAt(topPx, range()))
    }
    const pageRows = (): number => Math.max(1, Math.floor(range().viewportPx / rowPx()))
    return {
      toRow: (rowIndex: number, align: 'start' | 'center' | 'near'): void => {
        const first = topOf() / rowPx()
        if (align === 'near' && rowIndex >= first && rowIndex + 1 <= first + pageRows()) return
        const above = align === 'start' ? 0 : Math.floor(pageRows() / 2)
        toTop(Math.max(0, rowIndex - above) * rowPx())
      },
      putRow: (rowIndex: number, hiddenPx: number): void => {
        const { follow } = latest.current
        go(placeAt(follow ? Number.POSITIVE_INFINITY : rowIndex * rowPx() + hiddenPx, range()))
      },
      top: () => ({ rowIndex: Math.floor(topOf() / rowPx()), hiddenPx: topOf() % rowPx() }),
      toEnd: (): void => {
        movedByHand.current = true
        wantsEnd.current = true
        go(placeAt(Number.POSITIVE_INFINITY, range()))
      },
      byRows: (rows: number): void => {
        movedByHand.current = true
        toTop(topOf() + rows * rowPx())
      },
      hasMoved: () => movedByHand.current,
      pageRows,
      isAtEnd: (): boolean => topOf() >= lastTopPx(range()) - 1,
    }
  }, [go, range, leaveEnd])

  return useMemo(() => ({ inView, ...actions }), [inView, actions])
}

/** Before anything is measured: no view is higher than the window. */
function firstWindow(rowPx: number): RowWindow {
  return { rowOffset: 0, firstRowIndex: 0, lastRowIndex: Math.ceil(window.innerHeight / rowPx) }
}

/** Where the view is after the scroll position changed; null when it did not. */
function scrolledPlace(scrollTop: number, from: ScrollPlace, range: ScrollRange): ScrollPlace | null {
  if (scrollTop === from.scrollTop) return null
  if (isDrag(scrollTop - from.scrollTop, range)) return placeOfDrag(scrollTop, range)
  return settle({ scrollTop, rowOffset: from.rowOffset }, range)
}

/**
 * The place, or where the reader has scrolled since and the browser has not told yet: growth must not undo that. A list
 * that became shorter is no scrolling: there the browser moved.
 */
function unheardPlace(element: HTMLElement | null, place: ScrollPlace, range: ScrollRange): ScrollPlace {
  const farthest = listRows(range) * range.rowPx - range.viewportPx
  if (element === null || place.scrollTop > farthest || isRestoredScroll()) return place
  return scrolledPlace(element.scrollTop, place, range) ?? place
}

/** The window there is, when it shows the same rows: then nothing renders. */
function sameOr(next: RowWindow): (before: RowWindow) => RowWindow {
  return (before) =>
    before.rowOffset === next.rowOffset &&
    before.firstRowIndex === next.firstRowIndex &&
    before.lastRowIndex === next.lastRowIndex
      ? before
      : next
}

function nextPlace(place: ScrollPlace, follow: boolean, range: ScrollRange): ScrollPlace {
  return follow ? placeAt(Number.POSITIVE_INFINITY, range) : settle(place, range)
}

interface KeepPlace {
  readonly element: HTMLElement | null
  readonly totalRows: number
  readonly rowPx: number
  readonly follow: boolean
  /** Height of the view, kept up to date here. */
  readonly viewportPx: RefObject<number | null>
  readonly keep: () => void
}

/** Growth, a new height and other row heights must not move what is read, unless the end is being followed. */
function useKeepPlace({ element, totalRows, rowPx, follow, viewportPx, keep }: KeepPlace): void {
  const latest = useRef({ keep, totalRows })
  useLayoutEffect(() => {
    latest.current = { keep, totalRows }
  })
  // Before the first line there is nothing to keep, and before its height is told the view is not laid out.
  const keepNow = useCallback(() => {
    if (latest.current.totalRows > 0 && viewportPx.current !== null) latest.current.keep()
  }, [viewportPx])
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the occasions, not the ingredients
  useLayoutEffect(keepNow, [totalRows, rowPx, follow])
  useLayoutEffect(() => {
    if (element === null) return
    // First called in the frame that shows the reader: nothing has to be measured when it mounts.
    const observer = new ResizeObserver(() => {
      viewportPx.current = element.clientHeight
      flushSync(keepNow)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      viewportPx.current = null
    }
  }, [element, viewportPx, keepNow])
}
