import { useCallback, useState } from 'react'
import type { ViewSnapshot } from '#log'

export interface NewLines {
  /** Lines that came while the reader was looking elsewhere. */
  readonly count: number
  readonly markSeen: () => void
}

/** Counts lines nobody has seen: not those of the first load, and none while the end is followed. */
export function useNewLines(snapshot: ViewSnapshot | null, follow: boolean): NewLines {
  // Between two texts there is none: that is no log of no lines.
  const [known, setKnown] = useState(0)
  if (snapshot !== null && snapshot.lineCount !== known) setKnown(snapshot.lineCount)
  const lineCount = snapshot?.lineCount ?? known
  const [seen, setSeen] = useState({ lineCount, isLoaded: false })
  const isLoaded = seen.isLoaded || snapshot?.complete === true
  const isSeen = follow || !seen.isLoaded || lineCount < seen.lineCount
  if (isSeen && (seen.lineCount !== lineCount || seen.isLoaded !== isLoaded)) setSeen({ lineCount, isLoaded })
  const markSeen = useCallback(
    () => setSeen((before) => (before.lineCount === lineCount ? before : { ...before, lineCount })),
    [lineCount],
  )
  return { count: isSeen ? 0 : lineCount - seen.lineCount, markSeen }
}
