import { createHistogram, type Metric } from './metrics.ts'

const EVERY_MS = 100
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1]

/** There is one event loop, so there is one timer, whoever asks for its figures. */
let shared: Metric | null = null

/**
 * How late a timer of 100 ms comes: so long everybody waited for somebody. A histogram that only grows, unlike Node's own
 * monitor, whose figures belong to whoever asks first.
 */
export function eventLoopDelay(): Metric {
  shared ??= watchEventLoop()
  return shared
}

function watchEventLoop(): Metric {
  const delay = createHistogram(
    { name: 'joblens_event_loop_delay_seconds', help: 'How late a timer of 100 ms comes.' },
    BOUNDS,
  )
  let dueAt = performance.now() + EVERY_MS
  setInterval(() => {
    const now = performance.now()
    delay.observe([], Math.max(0, now - dueAt) / 1000)
    dueAt = now + EVERY_MS
  }, EVERY_MS).unref()
  return delay
}
