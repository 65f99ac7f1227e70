import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LogSnapshot, LogStore } from '#log'
import { overscanRows } from './log-scroller-rows.ts'
import type { LogView } from './use-log-scroll.ts'

/** Lines fetched beyond the view on either side: several turns of the wheel, or three pages. */
const aheadLines = 192

export interface Lines {
  /** Another number whenever lines have come that were missing. */
  readonly version: number
  /** Asks for the lines of a view and their neighbours. */
  readonly want: (view: LogView) => void
}

/** Sees to it that the lines in view are on this side, and their neighbours before they come into view. */
export function useLines(store: LogStore, documentId: string, snapshot: LogSnapshot | null): Lines {
  const [version, setVersion] = useState(0)
  const wanted = useRef<LogView>({ rowOffset: 0, firstLineIndex: 0, lastLineIndex: 60 })
  const alive = useRef(true)

  const fetchLines = useCallback(
    (repaint: boolean) => {
      const { firstLineIndex, lastLineIndex } = wanted.current
      const isAbsent = isAnyAbsent(store, documentId, firstLineIndex, lastLineIndex)
      void store.lines(documentId, firstLineIndex - aheadLines, lastLineIndex + aheadLines).then(() => {
        // Painted at once, not with the next render: the answer is often here before the frame is.
        if ((isAbsent || repaint) && alive.current) flushSync(() => setVersion((before) => before + 1))
      })
    },
    [store, documentId],
  )

  const want = useCallback(
    (view: LogView) => {
      wanted.current = view
      fetchLines(false)
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
    if (snapshot !== null) fetchLines(true)
  }, [snapshot, fetchLines])

  return { version, want }
}

function isAnyAbsent(store: LogStore, documentId: string, first: number, last: number): boolean {
  const lineCount = store.snapshot(documentId)?.lineCount ?? 0
  const to = Math.min(last + overscanRows, lineCount - 1)
  for (let lineIndex = Math.max(0, first - overscanRows); lineIndex <= to; lineIndex += 1) {
    if (store.peek(documentId, lineIndex) === undefined) return true
  }
  return false
}
