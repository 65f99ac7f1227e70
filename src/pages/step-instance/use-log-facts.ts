import { type Dispatch, type SetStateAction, useCallback, useRef, useState } from 'react'
import { type LogSessionState, upstreamNow } from '#api'
import { type LogFacts, learnFrom, leaveLog, noLogFacts } from './log-facts.ts'

/** What this page has learned of its hosts' logs, how to tell it more, that a host's log is asked for no more, and anything else. */
export function useLogFacts(): readonly [
  facts: LogFacts,
  learn: (state: LogSessionState) => void,
  leave: (key: string) => void,
  change: Dispatch<SetStateAction<LogFacts>>,
] {
  const [facts, setFacts] = useState(noLogFacts)
  const told = useRef<LogSessionState | null>(null)
  const learn = useCallback((state: LogSessionState) => {
    // A stream under way repeats what the one before it said: only its end tells that a log stood still.
    if (state.phase === 'loading' || told.current === state) return
    told.current = state
    setFacts((before) => learnFrom(before, state, upstreamNow()))
  }, [])
  const leave = useCallback((key: string) => setFacts((before) => leaveLog(before, key)), [])
  return [facts, learn, leave, setFacts]
}
