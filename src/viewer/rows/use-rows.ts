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
  const [, setVersion] = useState(0)
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
      if (isNew && isAlive.current) flushSync(() => setVersion((last) => last + 1))
    }
    await view.rows(firstRowIndex, lastRowIndex)
    paintNew()
    // Whoever has moved the view since has asked for what is around it now.
    if (wanted.current !== inView) return
    await view.rows(Math.max(0, firstRowIndex - aheadRows), lastRowIndex + aheadRows)
    paintNew()
  }, [view])

  useLayoutEffect(() => {
    isAlive.current = true
    return () => {
      isAlive.current = false
    }
  }, [])
  useLayoutEffect(() => {
    if (snapshot !== null) void fetchRows()
  }, [snapshot, fetchRows])
  // Rows can change where the snapshot does not: their matches, or what is known of their severity.
  useEffect(
    () =>
      view?.subscribe(() => {
        setVersion((last) => last + 1)
        void fetchRows()
      }),
    [view, fetchRows],
  )

  return useCallback(
    (inView) => {
      wanted.current = inView
      void fetchRows()
    },
    [fetchRows],
  )
}

function peekRows(view: LogView, { firstRowIndex, lastRowIndex }: RowWindow): (ViewRow | undefined)[] {
  const from = Math.max(0, firstRowIndex - overscanRows)
  const count = Math.max(0, lastRowIndex + overscanRows + 1 - from)
  return Array.from({ length: count }, (_, offset) => view.peek(from + offset))
}
