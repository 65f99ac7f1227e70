import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { takeWheel } from '#ui'
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
import type { Align } from './whereabouts.ts'

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
  /** The log has come, and is laid out to its end. Before, who goes to the end means the end it will have. */
  readonly isWhole: boolean
  /** Rows of another layout are on their way. */
  readonly isAwaited: () => boolean
  /** The reader moved up by hand. */
  readonly onLeaveEnd: () => void
  /** The reader has moved by wheel, keys or scrollbar, and was not taken somewhere. */
  readonly onMove: () => void
  /** Told before the view is painted, so that its rows can be asked for. */
  readonly onWindow: (inView: RowWindow) => void
}

export interface RowScroll {
  readonly inView: RowWindow
  /** Takes the reader to a row; `near` leaves the view alone if it is there already. */
  readonly toRow: (rowIndex: number, align: Align) => void
  /** Puts a row where it is wanted in the view. Nobody moved: what is followed stays followed. */
  readonly putRow: (rowIndex: number, at: number | Align) => void
  /** What is above the view, in rows and parts of one. */
  readonly topRow: () => number
  /** From here on the reader moves by hand. */
  readonly toStart: () => void
  readonly toEnd: () => void
  readonly byRows: (rows: number) => void
  /** As a scrollbar does: the row in the middle of the view. */
  readonly dragTo: (rowIndex: number) => void
  /** Whole rows in view. */
  readonly pageRows: () => number
  /** Height of the view; that of the window, which none is higher than, before it is measured. */
  readonly viewPx: () => number
  readonly isAtEnd: () => boolean
  /** The end is wanted, wherever it will be: it is followed, or has been gone to before all rows were here. */
  readonly isHeld: () => boolean
  /** The reader has ever moved by hand. */
  readonly hasMoved: () => boolean
}

/**
 * Scrolls a log of any length through a list of limited height, to the row (see `scroll-window.ts`). Each
 * change is painted in the frame it happens in: nothing waits for a second render.
 */
export function useRowScroll(options: RowScrollOptions): RowScroll {
  const { element, totalRows, rowPx, follow, isWhole } = options
  const [inView, setInView] = useState<RowWindow>(() => firstWindow(rowPx))
  const place = useRef<ScrollPlace>({ scrollTop: 0, rowOffset: 0 })
  const placedRowPx = useRef(rowPx)
  const movedByHand = useRef(false)
  /** Until the rows are in their places that were on their way when the reader went to the end. */
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
      // The list chooses its rows in this very render: the browser would tell it a frame later.
      scroller?.dispatchEvent(new Event('scroll'))
      return lookAround()
    },
    [lookAround],
  )

  const isHeld = useCallback(() => latest.current.follow || wantsEnd.current, [])
  /** Only once the last rows are in their places: they come together with the word that there are no more. */
  const letGo = useCallback((): void => {
    if (latest.current.isWhole && !latest.current.isAwaited()) wantsEnd.current = false
  }, [])
  const leaveEnd = useCallback((): void => {
    wantsEnd.current = false
    latest.current.onLeaveEnd()
  }, [])
  const go = useCallback((next: ScrollPlace) => flushSync(() => setInView(sameOr(moveTo(next)))), [moveTo])
  const move = useCallback(
    (next: ScrollPlace): void => {
      movedByHand.current = true
      const { rowPx } = range()
      if (topPxOf(next, rowPx) < topPxOf(place.current, rowPx) - 1) leaveEnd()
      go(next)
      latest.current.onMove()
    },
    [go, range, leaveEnd],
  )

  useLayoutEffect(() => {
    if (element === null) return
    isRestoredScroll()
    const onScroll = (): void => {
      if (element.scrollTop === place.current.scrollTop) return
      lookAtHeight(element, viewportPx)
      const next = unheardPlace(element, place.current, range())
      if (next !== place.current) move(next)
      else if (isRestoredScroll()) element.scrollTop = place.current.scrollTop
      else go(nextPlace(next, isHeld(), range()))
    }
    // Before the list hears of it: told by `moveTo`, it renders once, in this frame.
    element.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => element.removeEventListener('scroll', onScroll, { capture: true })
  }, [element, go, move, range, isHeld])

  useLayoutEffect(() => (element === null ? undefined : takeWheel(element, rowPx)), [element, rowPx])

  useKeepPlace({
    element,
    totalRows,
    rowPx,
    follow,
    isWhole,
    viewportPx,
    keep: () => {
      const isFirst = !hasRows.current
      hasRows.current = true
      // Nothing has scrolled yet: asking the browser where it is would lay the first rows out twice.
      if (isFirst && !isHeld()) return setInView(sameOr(lookAround()))
      lookAtHeight(element, viewportPx)
      const scale = rowPx / placedRowPx.current
      placedRowPx.current = rowPx
      const from = unheardPlace(element, place.current, range())
      const next = scale === 1 ? from : placeAt(topPxOf(from, rowPx / scale) * scale, range())
      const hasMoved = from !== place.current
      const hasLeft = topPxOf(from, rowPx) < topPxOf(place.current, rowPx) - 1
      if (hasLeft) leaveEnd()
      setInView(sameOr(moveTo(nextPlace(next, isHeld() && !hasLeft, range()))))
      letGo()
      if (!hasMoved) return
      movedByHand.current = true
      latest.current.onMove()
    },
  })

  const actions = useMemo(() => {
    const rowPx = (): number => range().rowPx
    const topRow = (): number => topPxOf(place.current, rowPx()) / rowPx()
    const pageRows = (): number => Math.max(1, Math.floor(range().viewportPx / rowPx()))
    const placeOf = (rowIndex: number, at: number | Align): ScrollPlace => {
      const below = typeof at === 'number' ? at : at === 'start' ? 0 : Math.floor(pageRows() / 2)
      return placeAt(Math.max(0, rowIndex - below) * rowPx(), range())
    }
    const moveToRow = (row: number): void => move(placeAt(row * rowPx(), range()))
    return {
      toRow: (rowIndex: number, align: Align): void => {
        const first = topRow()
        if (align === 'near' && rowIndex >= first && rowIndex + 1 <= first + pageRows()) return
        const next = placeOf(rowIndex, align)
        if (topPxOf(next, rowPx()) < first * rowPx() - 1) leaveEnd()
        go(next)
      },
      putRow: (rowIndex: number, at: number | Align): void => {
        go(isHeld() ? placeAt(Number.POSITIVE_INFINITY, range()) : placeOf(rowIndex, at))
        letGo()
      },
      topRow,
      toStart: () => moveToRow(0),
      toEnd: (): void => {
        wantsEnd.current = true
        moveToRow(Number.POSITIVE_INFINITY)
        letGo()
      },
      byRows: (rows: number): void => moveToRow(topRow() + rows),
      dragTo: (rowIndex: number): void => moveToRow(rowIndex - Math.floor(pageRows() / 2)),
      hasMoved: () => movedByHand.current,
      pageRows,
      viewPx: () => viewportPx.current ?? window.innerHeight,
      isAtEnd: (): boolean => topRow() * rowPx() >= lastTopPx(range()) - 1,
      isHeld,
    }
  }, [go, move, range, leaveEnd, letGo, isHeld])

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
 * The place, or where the reader has scrolled since and we have not heard of yet: growth must not undo that. A list that
 * became shorter, or a view that became higher, is no scrolling: there the browser moved.
 */
function unheardPlace(element: HTMLElement | null, place: ScrollPlace, range: ScrollRange): ScrollPlace {
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
function lookAtHeight(element: HTMLElement | null, viewportPx: RefObject<number | null>): void {
  if (element !== null && viewportPx.current !== null) viewportPx.current = element.clientHeight
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
  readonly isWhole: boolean
  /** Height of the view, kept up to date here. */
  readonly viewportPx: RefObject<number | null>
  readonly keep: () => void
}

/** Growth, a new height and other row heights must not move what is read, unless the end is being followed. */
function useKeepPlace(options: KeepPlace): void {
  const { element, totalRows, rowPx, follow, isWhole, viewportPx, keep } = options
  const latest = useRef({ keep, totalRows })
  useLayoutEffect(() => {
    latest.current = { keep, totalRows }
  })
  // Before the first line there is nothing to keep, and before its height is told the view is not laid out.
  const keepNow = useCallback(() => {
    if (latest.current.totalRows > 0 && viewportPx.current !== null) latest.current.keep()
  }, [viewportPx])
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the occasions, not the ingredients
  useLayoutEffect(keepNow, [totalRows, rowPx, follow, isWhole])
  useLayoutEffect(() => {
    if (element === null) return
    // First called in the frame that shows the reader: nothing has to be measured when it mounts.
    const observer = new ResizeObserver(() => {
      // react-window may begin to observe the element in this very render: what is as deep as the one that is told is told
      // a frame late, as an error of the window. So the element is told after the one around it, in the same frame.
      observer.observe(element)
      viewportPx.current = element.clientHeight
      flushSync(keepNow)
    })
    observer.observe(element.parentElement ?? element)
    return () => {
      observer.disconnect()
      viewportPx.current = null
    }
  }, [element, viewportPx, keepNow])
}
