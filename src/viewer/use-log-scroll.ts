import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  isDrag,
  lastTopPx,
  placeAt,
  placeOfDrag,
  rowPx,
  type ScrollPlace,
  settle,
  topPxOf,
} from './scroll-window.ts'

/** What is in view: the list's window on the log, and the lines seen through it. */
export interface LogView {
  readonly rowOffset: number
  readonly firstLineIndex: number
  readonly lastLineIndex: number
}

export interface LogScrollOptions {
  readonly element: HTMLElement | null
  readonly totalRows: number
  /** Keep the last line in view while the log grows. */
  readonly follow: boolean
  /** The reader moved up by hand. */
  readonly onLeaveEnd: () => void
  /** Told before the view is painted, so that its lines can be asked for. */
  readonly onView: (view: LogView) => void
}

export interface LogScroll {
  readonly view: LogView
  /** Brings a line into view; `near` leaves the view alone if it is there already. */
  readonly toLine: (lineIndex: number, align: 'start' | 'center' | 'near') => void
  readonly toEnd: () => void
  readonly byRows: (rows: number) => void
  /** Whole rows in view. */
  readonly pageRows: () => number
  readonly isAtEnd: () => boolean
}

/**
 * Scrolls a log of any length through a list of limited height, to the line (see `scroll-window.ts`). Each
 * change is painted in the frame it happens in: nothing waits for a second render.
 */
export function useLogScroll(options: LogScrollOptions): LogScroll {
  const { element, totalRows, follow } = options
  const [view, setView] = useState<LogView>({ rowOffset: 0, firstLineIndex: 0, lastLineIndex: 60 })
  const place = useRef<ScrollPlace>({ scrollTop: 0, rowOffset: 0 })
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })

  const range = useCallback(
    () => ({
      totalRows: latest.current.totalRows,
      viewportPx: latest.current.element?.clientHeight ?? 0,
    }),
    [],
  )

  /** Makes `next` the place, without rendering. */
  const moveTo = useCallback(
    (next: ScrollPlace): LogView => {
      const scroller = latest.current.element
      if (scroller !== null && scroller.scrollTop !== next.scrollTop) scroller.scrollTop = next.scrollTop
      // Read back: the browser clamps, and rounds to device pixels.
      place.current = { scrollTop: scroller?.scrollTop ?? 0, rowOffset: next.rowOffset }
      const firstLineIndex = Math.floor(topPxOf(place.current) / rowPx)
      const lastLineIndex = firstLineIndex + Math.ceil(range().viewportPx / rowPx)
      const moved = { rowOffset: next.rowOffset, firstLineIndex, lastLineIndex }
      latest.current.onView(moved)
      return moved
    },
    [range],
  )

  const go = useCallback((next: ScrollPlace) => flushSync(() => setView(sameOr(moveTo(next)))), [moveTo])

  useLayoutEffect(() => {
    if (element === null) return
    const onScroll = (): void => {
      const { scrollTop } = element
      const from = place.current
      if (scrollTop === from.scrollTop) return
      const dragged = isDrag(scrollTop - from.scrollTop, range())
      const next = dragged
        ? placeOfDrag(scrollTop, range())
        : settle({ scrollTop, rowOffset: from.rowOffset }, range())
      if (topPxOf(next) < topPxOf(from) - 1) latest.current.onLeaveEnd()
      go(next)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [element, go, range])

  useKeepPlace({
    element,
    totalRows,
    follow,
    keep: () => setView(sameOr(moveTo(nextPlace(place.current, follow, range())))),
  })

  const actions = useMemo(() => {
    const topOf = (): number => topPxOf(place.current)
    const toTop = (topPx: number): void => {
      if (topPx < topOf() - 1) latest.current.onLeaveEnd()
      go(placeAt(topPx, range()))
    }
    const pageRows = (): number => Math.max(1, Math.floor(range().viewportPx / rowPx))
    return {
      toLine: (lineIndex: number, align: 'start' | 'center' | 'near'): void => {
        const first = topOf() / rowPx
        if (align === 'near' && lineIndex >= first && lineIndex + 1 <= first + pageRows()) return
        const above = align === 'start' ? 0 : Math.floor(pageRows() / 2)
        toTop(Math.max(0, lineIndex - above) * rowPx)
      },
      toEnd: (): void => go(placeAt(Number.POSITIVE_INFINITY, range())),
      byRows: (rows: number): void => toTop(topOf() + rows * rowPx),
      pageRows,
      isAtEnd: (): boolean => topOf() >= lastTopPx(range()) - 1,
    }
  }, [go, range])

  return useMemo(() => ({ view, ...actions }), [view, actions])
}

/** The view there is, when it shows the same lines: then nothing renders. */
function sameOr(next: LogView): (before: LogView) => LogView {
  return (before) =>
    before.rowOffset === next.rowOffset &&
    before.firstLineIndex === next.firstLineIndex &&
    before.lastLineIndex === next.lastLineIndex
      ? before
      : next
}

function nextPlace(place: ScrollPlace, follow: boolean, range: Parameters<typeof placeAt>[1]): ScrollPlace {
  return follow ? placeAt(Number.POSITIVE_INFINITY, range) : settle(place, range)
}

interface KeepPlace {
  readonly element: HTMLElement | null
  readonly totalRows: number
  readonly follow: boolean
  readonly keep: () => void
}

/** Growth and a new height must not move what is read, unless the end is being followed. */
function useKeepPlace({ element, totalRows, follow, keep }: KeepPlace): void {
  const latest = useRef(keep)
  useLayoutEffect(() => {
    latest.current = keep
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the occasions, not the ingredients
  useLayoutEffect(() => {
    // Before the first line there is nothing to keep, and measuring would lay the new page out early.
    if (element !== null && totalRows > 0) latest.current()
  }, [element, totalRows, follow])
  useLayoutEffect(() => {
    if (element === null) return
    const observer = new ResizeObserver(() => latest.current())
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
}
