import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogView, ViewRow, ViewSnapshot } from '#log'
import type { RowRange, RowWindow } from './row-window.ts'

/** Rows rendered out of view on either side, so that a turn of the wheel finds them painted. */
export const overscanRows = 8
/** Rows fetched beyond the view on either side: several turns of the wheel, or three pages. */
const aheadRows = 192

/** The rows of a log, for a view that moves over them. */
export interface RowSupply {
  /** To be told of each new window, before it is painted. */
  readonly onWindow: (inView: RowWindow) => void
  /** All of these rows that there are can be painted now. */
  readonly areHere: (range: RowRange) => boolean
  /** Asks for rows; resolves when they are here. */
  readonly bring: (range: RowRange) => Promise<unknown>
}

/**
 * Sees to it that the rows in view are on this side, and their neighbours before they come into view. Renders again when
 * rows in view have come or changed.
 */
export function useRows(view: LogView | null, snapshot: ViewSnapshot | null): RowSupply {
  const [version, setVersion] = useState(0)
  const [, setPaints] = useState(0)
  const wanted = useRef<RowWindow>({ rowOffset: 0, firstRowIndex: 0, lastRowIndex: 60 })
  const isAlive = useRef(true)

  /** Those in view first: of a line of megabytes all around them would take many frames. */
  const fetchRows = useCallback(async () => {
    if (view === null) return
    const inView = wanted.current
    const { firstRowIndex, lastRowIndex } = inView
    let before = peekRows(view, inView)
    const paintNew = (): void => {
      const now = peekRows(view, inView)
      const isNew = now.some((row, index) => row !== before[index])
      before = now
      // Painted at once, not with the next render: the answer is often here before the frame is.
      if (isNew && isAlive.current) flushSync(() => setPaints((last) => last + 1))
    }
    await view.rows(firstRowIndex, lastRowIndex)
    paintNew()
    // Whoever has moved the view since has asked for what is around it now.
    if (wanted.current !== inView || isAtGrowingEnd(view, inView)) return
    await view.readAhead(Math.max(0, firstRowIndex - aheadRows), lastRowIndex + aheadRows)
    paintNew()
  }, [view])

  useLayoutEffect(() => {
    isAlive.current = true
    return () => {
      isAlive.current = false
    }
  }, [])
  // Rows can change where the snapshot does not: their matches, or what is known of their severity.
  useEffect(() => view?.subscribe(() => setVersion((last) => last + 1)), [view])
  // Once the view has moved along: before that the rows it leaves would be asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version is an occasion
  useEffect(() => {
    if (snapshot !== null) void fetchRows()
  }, [snapshot, version, fetchRows])

  return useMemo(
    () => ({
      onWindow: (inView) => {
        wanted.current = inView
        view?.keepEnd(endRows(inView))
        void fetchRows()
      },
      areHere: (range) => view === null || areHere(view, range),
      bring: async ({ firstRowIndex, lastRowIndex }) => view?.rows(firstRowIndex, lastRowIndex),
    }),
    [view, fetchRows],
  )
}

function areHere(view: LogView, { firstRowIndex, lastRowIndex }: RowRange): boolean {
  const last = Math.min(lastRowIndex, (view.snapshot()?.rowCount ?? 0) - 1)
  for (let rowIndex = firstRowIndex; rowIndex <= last; rowIndex += 1) {
    if (view.peek(rowIndex) === undefined) return false
  }
  return true
}

/** What is in view and the page above it, for a key: the rows of a log that grows fast are mostly never seen. */
function endRows({ firstRowIndex, lastRowIndex }: RowWindow): number {
  return 2 * (lastRowIndex - firstRowIndex) + overscanRows
}

/** There enough rows come with each piece that the log grows by. */
function isAtGrowingEnd(view: LogView, { lastRowIndex }: RowWindow): boolean {
  const snapshot = view.snapshot()
  return snapshot !== null && !snapshot.complete && lastRowIndex >= snapshot.rowCount - 1
}

function peekRows(view: LogView, { firstRowIndex, lastRowIndex }: RowWindow): (ViewRow | undefined)[] {
  const from = Math.max(0, firstRowIndex - overscanRows)
  const count = Math.max(0, lastRowIndex + overscanRows + 1 - from)
  return Array.from({ length: count }, (_, offset) => view.peek(from + offset))
}
