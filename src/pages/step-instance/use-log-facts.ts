import { useCallback, useRef, useState } from 'react'
import { type LogSessionState, upstreamNow } from '#api'
import { type LogFacts, learnFrom, noLogFacts } from './log-facts.ts'

/** What this page has learned of its hosts' logs, and how to tell it more. */
export function useLogFacts(): readonly [LogFacts, (state: LogSessionState) => void] {
  const [facts, setFacts] = useState(noLogFacts)
  const told = useRef<LogSessionState | null>(null)
  const learn = useCallback((state: LogSessionState) => {
    // A stream under way repeats what the one before it said: only its end tells that a log stood still.
    if (state.phase === 'loading' || told.current === state) return
    told.current = state
    setFacts((before) => learnFrom(before, state, upstreamNow()))
  }, [])
  return [facts, learn]
}
