import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogLine, LogSnapshot, LogStore } from '#log'
import { overscanRows } from './log-scroller-rows.ts'
import type { LogView } from './use-log-scroll.ts'

/** Lines fetched beyond the view on either side: several turns of the wheel, or three pages. */
const aheadLines = 192

export interface Lines {
  /** Another number whenever lines in view have come or changed. */
  readonly version: number
  /** Asks for the lines of a view and their neighbours. */
  readonly want: (view: LogView) => void
}

/** Sees to it that the lines in view are on this side, and their neighbours before they come into view. */
export function useLines(store: LogStore, documentId: string, snapshot: LogSnapshot | null): Lines {
  const [version, setVersion] = useState(0)
  const wanted = useRef<LogView>({ rowOffset: 0, firstLineIndex: 0, lastLineIndex: 60 })
  const alive = useRef(true)

  const fetchLines = useCallback(() => {
    const { firstLineIndex, lastLineIndex } = wanted.current
    const before = peekLines(store, documentId, firstLineIndex, lastLineIndex)
    void store.lines(documentId, firstLineIndex - aheadLines, lastLineIndex + aheadLines).then(() => {
      const now = peekLines(store, documentId, firstLineIndex, lastLineIndex)
      const isNew = now.some((line, index) => line !== before[index])
      // Painted at once, not with the next render: the answer is often here before the frame is.
      if (isNew && alive.current) flushSync(() => setVersion((last) => last + 1))
    })
  }, [store, documentId])

  const want = useCallback(
    (view: LogView) => {
      wanted.current = view
      fetchLines()
    },
    [fetchLines],
  )

  useLayoutEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  useLayoutEffect(() => {
    if (snapshot !== null) fetchLines()
  }, [snapshot, fetchLines])

  return { version, want }
}

/** The lines that rows would show now, in view and just beyond. */
function peekLines(
  store: LogStore,
  documentId: string,
  first: number,
  last: number,
): (LogLine | undefined)[] {
  const from = Math.max(0, first - overscanRows)
  const count = Math.max(0, last + overscanRows + 1 - from)
  return Array.from({ length: count }, (_, offset) => store.peek(documentId, from + offset))
}
