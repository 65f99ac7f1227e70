import { useEffect, useState } from 'react'
import type { LogMeaning, LogStore, MeaningState } from '#log'
import { useMeaningState } from './tools/use-errors.ts'

export interface KnownMeaning {
  /** Null until the first lines are painted: nothing of it is needed before. */
  readonly known: LogMeaning | null
  readonly state: MeaningState | null
}

/** What the lines of the log mean, found out in the background while the reader is there. */
export function useMeaning(store: LogStore, documentId: string): KnownMeaning {
  const [known, setKnown] = useState<LogMeaning | null>(null)
  useEffect(() => {
    const opened = store.meaning(documentId)
    setKnown(opened)
    return () => {
      setKnown(null)
      opened.close()
    }
  }, [store, documentId])
  return { known, state: useMeaningState(known) }
}
