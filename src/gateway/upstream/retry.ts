import type { UpstreamHeaders } from './upstream.ts'

/** The signal's reason as soon as it fires, else resolves after `ms`. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** Pause before retry number `retry` (1, 2, …): doubling, with half of it random so that callers spread out. */
export function backoff(retry: number, firstMs: number): number {
  const full = firstMs * 2 ** (retry - 1)
  return full / 2 + (Math.random() * full) / 2
}

/**
 * Seconds until the rate limit lets calls through again, from `X-Bkapi-RateLimit-Reset` (seconds to go; a large
 * value is read as an epoch time, in seconds or milliseconds) or `Retry-After`; null when neither says so.
 */
export function resetSeconds(headers: UpstreamHeaders, nowMs: number): number | null {
  const stated = headers.get('x-bkapi-ratelimit-reset') ?? headers.get('retry-after')
  if (stated !== null && httpDate.test(stated))
    return sane(Math.max(0, Math.ceil((Date.parse(stated) - nowMs) / 1000)))
  const value = stated === null || stated.trim() === '' ? Number.NaN : Number(stated)
  if (!Number.isFinite(value) || value < 0) return null
  const epochMs = value > 100_000_000_000 ? value : value * 1000
  const seconds = value > 1_000_000_000 ? Math.max(0, Math.ceil((epochMs - nowMs) / 1000)) : value
  return sane(seconds)
}

/** `Sun, 22 Nov 2026 10:00:00 GMT`, as `Retry-After` may say it; of other dates nobody knows the zone. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** A limit that resets tomorrow or later is a wrong figure, not a promise to pass on. */
const longestReset = 86_400

function sane(seconds: number): number | null {
  return seconds <= longestReset ? seconds : null
}

/**
 * Runs `work` with a signal that fires after `ms` (null: never) or with `outer`, and clears both again. `more` is asked when
 * the time is over how much there is beyond it. With `end` the work can be told that its time is over at once.
 */
export async function withDeadline<T>(
  ms: number | null,
  outer: AbortSignal,
  work: (signal: AbortSignal, end: () => void) => Promise<T>,
  more: () => number = () => 0,
): Promise<T> {
  const controller = new AbortController()
  const leave = () => controller.abort(outer.reason)
  outer.addEventListener('abort', leave, { once: true })
  const end = () => controller.abort(new DeadlineError())
  let timer: NodeJS.Timeout | undefined
  const goOn = (forMs: number) => {
    timer = setTimeout(() => {
      const moreMs = more()
      if (moreMs > 0) goOn(moreMs)
      else end()
    }, forMs)
  }
  if (ms !== null) goOn(ms)
  let onAbort = () => undefined
  try {
    outer.throwIfAborted()
    // A fetch that ignores its signal must not hold the reader back.
    const gone = new Promise<never>((_, reject) => {
      onAbort = () => void reject(controller.signal.reason)
    })
    controller.signal.addEventListener('abort', onAbort)
    return await Promise.race([work(controller.signal, end), gone])
  } finally {
    clearTimeout(timer)
    outer.removeEventListener('abort', leave)
    // Node keeps the signal of a failed request for long, and with the listener all that came of it.
    controller.signal.removeEventListener('abort', onAbort)
  }
}

/** Our own deadline passed. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}
