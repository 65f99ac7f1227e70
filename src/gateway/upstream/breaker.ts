/*
 * An upstream that fails for everybody is not asked for a while: nobody waits 25 s for what is known already, and it
 * can get up again (docs/decisions/0012).
 */

/**
 * How a call ended. `late` may be the fault of what was asked for: one reader's giant logs. `unclear` says nothing about
 * upstream: the reader left, or there was no turn for the call.
 */
export type CallOutcome = 'good' | 'failed' | 'late' | 'unclear'

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
  /** Where nobody has tried for so long after a pause, nobody is refused either: it closes. */
  readonly forgetMs: number
}

const defaults: BreakerLimits = {
  windowMs: 30_000,
  leastCalls: 20,
  mostFailed: 0.75,
  firstPauseMs: 2_000,
  longestPauseMs: 16_000,
  forgetMs: 5_000,
}
/** So many calls are remembered. */
const MOST_CALLS = 200

/** The breaker of one upstream. */
export interface Breaker {
  /**
   * Begins a call of this source: a person, or whatever else has its own reasons to be late. Tells how to report its end
   * (once), or null when the call must not be made now.
   */
  begin(source: string): ((outcome: CallOutcome) => void) | null
  /** Somebody has looked whether upstream is there at all. It closes when upstream was not, and now is. */
  looked(isThere: boolean): void
  state(): BreakerState
}

/** `onChange` is told when it opens and when it closes. `now` is a clock in ms. */
export function createBreaker(
  limits: Partial<BreakerLimits> = {},
  onChange: (state: BreakerState) => void = () => undefined,
  now: () => number = () => performance.now(),
): Breaker {
  const all = { ...defaults, ...limits }
  const { firstPauseMs, longestPauseMs, forgetMs } = all
  const calls = createRecentCalls(all)
  let pauseMs = firstPauseMs
  /** When the next call may try; null while closed. */
  let nextTryAt: number | null = null
  let tries = 0
  let lastTryEndedAt = Number.NEGATIVE_INFINITY
  let wasGone = false

  function state(): BreakerState {
    if (nextTryAt !== null && tries === 0 && now() - Math.max(nextTryAt, lastTryEndedAt) >= forgetMs) close()
    return {
      isOpen: nextTryAt !== null,
      retryInMs: nextTryAt === null ? null : Math.max(0, nextTryAt - now()),
    }
  }

  function open(): void {
    pauseMs = firstPauseMs
    nextTryAt = now() + pauseMs
    wasGone = false
    onChange(state())
  }

  function close(): void {
    nextTryAt = null
    calls.forget()
    onChange({ isOpen: false, retryInMs: null })
  }

  /** The next try is due by then even if this one hangs. */
  function beginTry(): (outcome: CallOutcome) => void {
    const pause = pauseMs
    nextTryAt = now() + pause
    tries += 1
    return (outcome) => {
      tries -= 1
      lastTryEndedAt = now()
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
    begin(source) {
      const { retryInMs } = state()
      if (retryInMs !== null) return retryInMs > 0 ? null : once(beginTry())
      return once((outcome) => {
        // One that began before it opened is old news.
        if (outcome === 'unclear' || nextTryAt !== null) return
        calls.add({ at: now(), source, outcome })
        if (outcome !== 'good' && calls.nearlyAllFailed()) open()
      })
    },
    looked(isThere) {
      if (!state().isOpen) return
      if (isThere && wasGone) close()
      else wasGone ||= !isThere
    },
  }
}

interface EndedCall {
  readonly at: number
  readonly source: string
  readonly outcome: Exclude<CallOutcome, 'unclear'>
}

/** The calls of the last while, and what they say together. */
function createRecentCalls({ windowMs, leastCalls, mostFailed }: BreakerLimits) {
  let ended: readonly EndedCall[] = []
  /** Of what is only late no source has a say in more than half of the calls it takes: one alone proves nothing. */
  function counted(): readonly EndedCall[] {
    const late = new Map<string, number>()
    return ended.filter(({ source, outcome }) => {
      if (outcome !== 'late') return true
      const before = late.get(source) ?? 0
      late.set(source, before + 1)
      return before < leastCalls / 2
    })
  }
  return {
    add(call: EndedCall): void {
      ended = [...ended.filter(({ at }) => call.at - at < windowMs), call].slice(-MOST_CALLS)
    },
    nearlyAllFailed(): boolean {
      const calls = counted()
      const failures = calls.filter(({ outcome }) => outcome !== 'good').length
      return calls.length >= leastCalls && failures > calls.length * mostFailed
    },
    forget(): void {
      ended = []
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
