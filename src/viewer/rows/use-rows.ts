import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogView, ViewRow, ViewSnapshot } from '#log'
import type { RowWindow } from './use-row-scroll.ts'

/** Rows rendered out of view on either side, so that a turn of the wheel finds them painted. */
export const overscanRows = 8
/** Rows fetched beyond the view on either side: several turns of the wheel, or three pages. */
const aheadRows = 192

/**
 * Sees to it that the rows in view are on this side, and their neighbours before they come into view. Answers what
 * is to be told of each new window. Renders again when rows in view have come or changed.
 */
export function useRows(view: LogView | null, snapshot: ViewSnapshot | null): (inView: RowWindow) => void {
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

  return useCallback(
    (inView) => {
      wanted.current = inView
      view?.keepEnd(endRows(inView))
      void fetchRows()
    },
    [view, fetchRows],
  )
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
