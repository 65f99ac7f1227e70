import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { takeWheel } from '#ui'
import { createDepartures } from './departures.ts'
import { lookAtHeight, nextPlace, unheardPlace } from './heard-place.ts'
import { isRestoredScroll } from './restored-scroll.ts'
import { firstWindow, type RowWindow, rowsSeen, sameOr } from './row-window.ts'
import { lastTopPx, placeAt, type ScrollPlace, type ScrollRange, topPxOf } from './scroll-window.ts'
import { useKeepPlace } from './use-keep-place.ts'
import type { RowSupply } from './use-rows.ts'
import type { Align, Spot } from './whereabouts.ts'

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
  /** The reader has moved by wheel, keys or scrollbar, or is about to, and was not taken somewhere. */
  readonly onMove: () => void
  /** The view has become higher or lower at its top: so many rows more are above it. */
  readonly onShift: (rows: number) => void
  readonly rows: RowSupply
}

export interface RowScroll {
  readonly inView: RowWindow
  /**
   * Takes the reader to a row, `near` leaves the view alone if it is there already. Resolves with false when the reader
   * wanted to be elsewhere before the row had come.
   */
  readonly toRow: (rowIndex: number, align: Align) => Promise<boolean>
  /** Puts a row where it is wanted in the view. Nobody moved: what is followed stays followed. */
  readonly putRow: (rowIndex: number, at: Spot['at']) => void
  /** What is above the view, in rows and parts of one. */
  readonly topRow: () => number
  /** From here on the reader moves by hand. */
  readonly toStart: () => void
  readonly toEnd: () => void
  readonly byRows: (rows: number) => void
  /** As the wheel does, CSS px; false at the end of the log, where it would not move. */
  readonly byPx: (deltaPx: number) => boolean
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
    const topPx = topPxOf(place.current, rowPx)
    const seen = { rowOffset: place.current.rowOffset, ...rowsSeen(topPx, rowPx, viewportPx) }
    latest.current.rows.onWindow(seen)
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

  /** The rows in view with this at its top. */
  const rowsAt = useCallback(
    (topPx: number) => {
      const { rowPx, viewportPx } = range()
      return rowsSeen(Math.min(Math.max(0, topPx), lastTopPx(range())), rowPx, viewportPx)
    },
    [range],
  )
  const [departures] = useState(() =>
    createDepartures({
      areRowsHere: (topPx) => latest.current.rows.areHere(rowsAt(topPx)),
      bringRows: (topPx) => latest.current.rows.bring(rowsAt(topPx)),
    }),
  )
  useLayoutEffect(() => departures.drop, [departures])
  /** The top of the view, or what is about to be. */
  const aimPx = useCallback((): number => {
    const here = topPxOf(place.current, range().rowPx)
    return Math.min(departures.aim() ?? here, lastTopPx(range()))
  }, [range, departures])
  const leaveFor = useCallback(
    (topPx: number, onShown: () => void = () => undefined) =>
      departures.leaveFor(topPx, () => {
        go(placeAt(topPx, range()))
        onShown()
      }),
    [departures, go, range],
  )

  /** By hand, to this top of the view. */
  const moveByHand = useCallback(
    (topPx: number, onShown?: () => void): void => {
      movedByHand.current = true
      if (topPx < aimPx() - 1) leaveEnd()
      void leaveFor(topPx, () => {
        onShown?.()
        latest.current.onMove()
      })
      // Whoever leaves by hand is on no other way any more.
      if (departures.aim() !== null) latest.current.onMove()
    },
    [aimPx, leaveEnd, leaveFor, departures],
  )
  const byPx = useCallback(
    (deltaPx: number): boolean => {
      const { element } = latest.current
      const isLeaving = departures.aim() !== null
      const from = isLeaving ? aimPx() : topPxOf(unheardPlace(element, place.current, range()), range().rowPx)
      const topPx = Math.min(Math.max(0, from + deltaPx), lastTopPx(range()))
      if (element === null || isLeaving || !latest.current.rows.areHere(rowsAt(topPx))) {
        if (topPx !== from) moveByHand(topPx)
        return topPx !== from
      }
      // The browser tells of it once, before the frame, however many turns there are in it.
      const before = element.scrollTop
      element.scrollTop = before + deltaPx
      return element.scrollTop !== before
    },
    [departures, aimPx, range, rowsAt, moveByHand],
  )

  /** There the browser is already. */
  const scrollTo = useCallback(
    (next: ScrollPlace): void => {
      departures.drop()
      movedByHand.current = true
      if (topPxOf(next, range().rowPx) < topPxOf(place.current, range().rowPx) - 1) leaveEnd()
      go(next)
      latest.current.onMove()
    },
    [departures, go, range, leaveEnd],
  )

  useLayoutEffect(() => {
    if (element === null) return
    isRestoredScroll()
    const onScroll = (): void => {
      if (element.scrollTop === place.current.scrollTop) return
      lookAtHeight(element, viewportPx)
      const next = unheardPlace(element, place.current, range())
      if (next === place.current && isRestoredScroll()) element.scrollTop = place.current.scrollTop
      else if (next === place.current) go(nextPlace(next, isHeld(), range()))
      else scrollTo(next)
    }
    // Before the list hears of it: told by `moveTo`, it renders once, in this frame.
    element.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => element.removeEventListener('scroll', onScroll, { capture: true })
  }, [element, go, scrollTo, range, isHeld])

  useLayoutEffect(
    () => (element === null ? undefined : takeWheel(element, rowPx, byPx)),
    [element, rowPx, byPx],
  )

  const isAtEnd = useCallback(() => topPxOf(place.current, range().rowPx) >= lastTopPx(range()) - 1, [range])
  /** Renders the place, or the end where that is wanted, once its rows are here. */
  const settleAt = useCallback(
    (next: ScrollPlace, isEndWanted: boolean): void => {
      const isEndHere = latest.current.rows.areHere(rowsAt(Number.POSITIVE_INFINITY))
      setInView(sameOr(moveTo(nextPlace(next, isEndWanted && isEndHere, range()))))
      if (isEndWanted && !isEndHere) return void leaveFor(Number.POSITIVE_INFINITY, letGo)
      if (isEndWanted) departures.drop()
      letGo()
    },
    [rowsAt, moveTo, range, leaveFor, letGo, departures],
  )
  useKeepPlace({
    ...{ element, totalRows, rowPx, follow, isWhole, viewportPx },
    isAtEndBelowTop: () => place.current.scrollTop > 0 && isAtEnd(),
    keep: (wasAtEnd) => {
      const isFirst = !hasRows.current
      hasRows.current = true
      // Nothing has scrolled yet: asking the browser where it is would lay the first rows out twice.
      if (isFirst && !isHeld()) return setInView(sameOr(lookAround()))
      lookAtHeight(element, viewportPx)
      const scale = rowPx / placedRowPx.current
      placedRowPx.current = rowPx
      const before = place.current
      const from = unheardPlace(element, before, range())
      const next = scale === 1 ? from : placeAt(topPxOf(from, rowPx / scale) * scale, range())
      const hasMoved = from !== before
      if (hasMoved || scale !== 1) departures.drop()
      const hasLeft = topPxOf(from, rowPx) < topPxOf(before, rowPx) - 1
      if (hasLeft) leaveEnd()
      settleAt(next, (isHeld() && !hasLeft) || (wasAtEnd && !hasMoved))
      if (wasAtEnd) latest.current.onShift((topPxOf(place.current, rowPx) - topPxOf(before, rowPx)) / rowPx)
      if (!hasMoved) return
      movedByHand.current = true
      latest.current.onMove()
    },
  })

  const actions = useMemo(() => {
    const rowPx = (): number => range().rowPx
    const topRow = (): number => topPxOf(place.current, rowPx()) / rowPx()
    const pageRows = (): number => Math.max(1, Math.floor(range().viewportPx / rowPx()))
    const topPxFor = (rowIndex: number, at: Spot['at']): number => {
      const center = Math.floor(pageRows() / 2)
      const below = typeof at === 'number' ? at : { start: 0, center, near: center, end: pageRows() - 1 }[at]
      return Math.max(0, rowIndex - below) * rowPx()
    }
    const moveToRow = (row: number): void => moveByHand(row * rowPx())
    return {
      toRow: (rowIndex: number, align: Align): Promise<boolean> => {
        const aim = aimPx()
        departures.drop()
        const first = topRow()
        const isInView = align === 'near' && rowIndex >= first && rowIndex + 1 <= first + pageRows()
        const topPx = isInView ? first * rowPx() : topPxFor(rowIndex, align)
        if (Math.min(topPx, lastTopPx(range())) < aim - 1) leaveEnd()
        return isInView ? Promise.resolve(true) : leaveFor(topPx)
      },
      putRow: (rowIndex: number, at: Spot['at']): void => {
        departures.drop()
        const next = placeAt(topPxFor(rowIndex, at), range())
        flushSync(() => settleAt(next, isHeld() || at === 'end'))
      },
      topRow,
      toStart: () => moveToRow(0),
      toEnd: (): void => {
        wantsEnd.current = true
        moveByHand(Number.POSITIVE_INFINITY, letGo)
      },
      byRows: (rows: number): void => moveByHand(aimPx() + rows * rowPx()),
      byPx,
      dragTo: (rowIndex: number): void => moveToRow(rowIndex - Math.floor(pageRows() / 2)),
      hasMoved: () => movedByHand.current,
      pageRows,
      viewPx: () => viewportPx.current ?? window.innerHeight,
      isAtEnd,
      isHeld,
    }
  }, [settleAt, moveByHand, leaveFor, aimPx, byPx, range, leaveEnd, letGo, isHeld, isAtEnd, departures])

  return useMemo(() => ({ inView, ...actions }), [inView, actions])
}
