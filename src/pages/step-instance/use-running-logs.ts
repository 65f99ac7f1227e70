import {
  type Dispatch,
  type SetStateAction,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  type LogSessionState,
  pollDelayMs,
  type StepAddress,
  stepLogSource,
  upstreamNow,
  useLogSession,
} from '#api'
import type { HostRow } from './host-rows.ts'
import type { LogFacts } from './log-facts.ts'
import { logQuestion } from './log-question.ts'
import { endWatch, learnWatched, logsToLookAt, lookAgainMs } from './running-logs.ts'

/** A look at the logs of what runs. */
export interface RunningLogs {
  readonly state: LogSessionState
  /** The hosts asked for the last time. */
  readonly asked: readonly HostRow[]
  /** Upstream's time of the first look, epoch ms. */
  readonly since: number
  /** Asks again at once. */
  readonly look: () => void
}

/**
 * Reads the logs of the running hosts, then again and again while the page is seen; tells what it learns, and that it is
 * over. The texts are kept as long, so that only what follows them travels, and given back then.
 */
export function useRunningLogs(
  address: StepAddress,
  rows: readonly HostRow[],
  onFacts: Dispatch<SetStateAction<LogFacts>>,
): RunningLogs {
  const [since] = useState(upstreamNow)
  const [asked, setAsked] = useState(() => logsToLookAt(rows, new Set()))
  // The first hosts stay the source: another one would be another session, and everything would travel again.
  const [source] = useState(() => stepLogSource(address, logQuestion(asked)))
  const { state, reload } = useLogSession(source, false)
  const latest = useRef({ rows, asked })
  latest.current = { rows, asked }
  const look = useMemo(
    () => () => {
      const { rows, asked } = latest.current
      const next = logsToLookAt(rows, new Set(asked.map(({ key }) => key)))
      setAsked(next)
      reload(stepLogSource(address, logQuestion(next)))
    },
    [address, reload],
  )
  // Before the page is laid out: what comes of it is not to come in the middle of that.
  useLayoutEffect(() => {
    if (state.phase === 'loading') return
    const now = upstreamNow()
    onFacts((before) => learnWatched(before, state, now))
  }, [state, onFacts])
  useLayoutEffect(() => () => onFacts(endWatch), [onFacts])
  useLookAgain(state, look)
  return { state, asked, since, look }
}

/** Every settled state starts the wait for the next look; a problem that time does not mend ends it. */
function useLookAgain(state: LogSessionState, look: () => void): void {
  useEffect(() => {
    const delayMs = state.phase === 'loading' ? null : pollDelayMs(state.problem, 0)
    if (delayMs === null) return
    let isDue = false
    const lookIfDue = () => {
      if (isDue && !document.hidden) look()
    }
    const timer = setTimeout(
      () => {
        isDue = true
        lookIfDue()
      },
      Math.max(lookAgainMs, delayMs),
    )
    document.addEventListener('visibilitychange', lookIfDue)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookIfDue)
    }
  }, [state, look])
}
