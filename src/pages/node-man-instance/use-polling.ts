import { useEffect, useRef } from 'react'
import type { UsedLogSession } from '#api'
import type { Problem, ProblemKind } from '#contract'

/** Node-man's own rhythm (bk-nodeman C5): it reads its own hosts no more often. */
const pollMs = 5_000
const afterFailureMs = 15_000

/** Failures that can pass by themselves; after any other, asking again is up to the reader. */
const passing: ReadonlySet<ProblemKind> = new Set(['upstream-down', 'timeout', 'offline', 'truncated'])

/** Loads the steps again while `live`, each time counted from the last answer; never in a hidden tab, nor what was stopped. */
export function usePolling({ state, reload }: UsedLogSession, live: boolean): void {
  const { phase, problem, isStopped } = state
  useEffect(() => {
    const delayMs = live && phase === 'settled' && !isStopped ? pollDelayMs(problem) : null
    if (delayMs === null) return
    let due = false
    const ask = () => {
      if (document.hidden) return
      reload()
    }
    const timer = setTimeout(() => {
      due = true
      ask()
    }, delayMs)
    const handleVisibility = () => {
      if (due) ask()
    }
    document.addEventListener('visibilitychange', handleVisibility)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', handleVisibility)
    }
  }, [live, phase, problem, isStopped, reload])
}

/**
 * Reads once more what is not polled when the host's state is another than it was: a retry can come and go between two
 * looks at the steps, and an attempt is over. `reload` keeps its identity.
 */
export function useReadAgain(outcome: string | null, reload: () => void): void {
  const known = useRef(outcome)
  useEffect(() => {
    const before = known.current
    known.current = outcome ?? before
    if (before !== null && outcome !== null && outcome !== before) reload()
  }, [outcome, reload])
}

/** Milliseconds until asking again makes sense; `null` when it does not. */
export function pollDelayMs(problem: Problem | null): number | null {
  if (problem === null || problem.kind === 'not-ready') return pollMs
  if (problem.retryAfterSeconds !== null) return Math.max(1, problem.retryAfterSeconds) * 1_000
  return passing.has(problem.kind) ? afterFailureMs : null
}
