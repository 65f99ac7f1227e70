import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ViewSnapshot } from '#log'

export interface NewLines {
  /** Lines that came while the reader was looking elsewhere. */
  readonly count: number
  readonly markSeen: () => void
}

/**
 * Counts lines nobody has seen: not those of the first load, and none while the end is followed. What was seen is no
 * state: of a log that is followed it changes with each piece, and the reader would render twice.
 */
export function useNewLines(snapshot: ViewSnapshot | null, follow: boolean): NewLines {
  const [, setMarks] = useState(0)
  const last = useRef({ lineCount: 0, seenCount: 0, isLoaded: false })
  const { seenCount, isLoaded } = last.current
  // Between two texts there is none: that is no log of no lines.
  const lineCount = snapshot?.lineCount ?? last.current.lineCount
  const isSeen = follow || !isLoaded || lineCount < seenCount
  useLayoutEffect(() => {
    last.current = {
      lineCount,
      seenCount: isSeen ? lineCount : last.current.seenCount,
      isLoaded: last.current.isLoaded || snapshot?.complete === true,
    }
  })
  const markSeen = useCallback(() => {
    if (last.current.seenCount === lineCount) return
    last.current = { ...last.current, seenCount: lineCount }
    setMarks((marks) => marks + 1)
  }, [lineCount])
  return { count: isSeen ? 0 : lineCount - seenCount, markSeen }
}
