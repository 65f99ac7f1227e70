/*
 * An upstream that fails for everybody is not asked for a while: nobody waits 25 s for what is known already, and it
 * can get up again (docs/decisions/0012).
 */

/** How a call ended. `unclear` says nothing about upstream: the reader left, or there was no turn for the call. */
export type CallOutcome = 'good' | 'failed' | 'unclear'

/** What a breaker says of itself. `retryInMs` is the time until the next call is let through; null while closed. */
export interface BreakerState {
  readonly isOpen: boolean
  readonly retryInMs: number | null
}

/** Limits; see {@link defaults}. */
export interface BreakerLimits {
  /** Calls older than this say nothing about now. */
  readonly windowMs: number
  /** Fewer calls than this prove nothing: one page on a quiet system may be all there is. */
  readonly leastCalls: number
  /**
   * It opens when more than this part of the calls failed. Product, section 14: it stays closed while most succeed; and a
   * quarter that gets through is worth more to readers than the rest.
   */
  readonly mostFailed: number
  /** Until the first call is let through again; doubled each time that one fails too. */
  readonly firstPauseMs: number
  /** Product, section 14: it tries again within 30 s. */
  readonly longestPauseMs: number
}

const defaults: BreakerLimits = {
  windowMs: 30_000,
  leastCalls: 20,
  mostFailed: 0.75,
  firstPauseMs: 2_000,
  longestPauseMs: 16_000,
}
/** So many calls are remembered. */
const MOST_CALLS = 200

/** The breaker of one upstream. */
export interface Breaker {
  /** Begins a call: tells how to report its end (once), or null when the call must not be made now. */
  begin(): ((outcome: CallOutcome) => void) | null
  state(): BreakerState
}

/** `onChange` is told when it opens and when it closes. `now` is a clock in ms. */
export function createBreaker(
  limits: Partial<BreakerLimits> = {},
  onChange: (state: BreakerState) => void = () => undefined,
  now: () => number = () => performance.now(),
): Breaker {
  const { windowMs, leastCalls, mostFailed, firstPauseMs, longestPauseMs } = { ...defaults, ...limits }
  let ended: { readonly at: number; readonly failed: boolean }[] = []
  let pauseMs = firstPauseMs
  /** When the next call may try; null while closed. */
  let nextTryAt: number | null = null

  const state = (): BreakerState => ({
    isOpen: nextTryAt !== null,
    retryInMs: nextTryAt === null ? null : Math.max(0, nextTryAt - now()),
  })

  function note(failed: boolean): void {
    const at = now()
    ended = [...ended.filter((call) => at - call.at < windowMs), { at, failed }].slice(-MOST_CALLS)
    const failures = ended.filter((call) => call.failed).length
    if (!failed || ended.length < leastCalls || failures <= ended.length * mostFailed) return
    pauseMs = firstPauseMs
    nextTryAt = at + pauseMs
    onChange(state())
  }

  function close(): void {
    nextTryAt = null
    ended = []
    onChange(state())
  }

  /** The next try is due by then even if this one hangs. */
  function beginTry(): (outcome: CallOutcome) => void {
    const pause = pauseMs
    nextTryAt = now() + pause
    return (outcome) => {
      if (nextTryAt === null) return
      if (outcome === 'good') close()
      else if (outcome === 'unclear') nextTryAt = now()
      else {
        pauseMs = Math.min(pause * 2, longestPauseMs)
        nextTryAt = Math.min(nextTryAt, now()) + pauseMs
      }
    }
  }

  return {
    state,
    begin() {
      if (nextTryAt !== null) return now() < nextTryAt ? null : once(beginTry())
      return once((outcome) => {
        // One that began before it opened is old news.
        if (outcome !== 'unclear' && nextTryAt === null) note(outcome === 'failed')
      })
    },
  }
}

function once(report: (outcome: CallOutcome) => void): (outcome: CallOutcome) => void {
  let isOver = false
  return (outcome) => {
    if (!isOver) report(outcome)
    isOver = true
  }
}
