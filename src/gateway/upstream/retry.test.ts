import { expect, test, vi } from 'vitest'
import { DeadlineError, resetSeconds, withDeadline } from './retry.ts'

const now = Date.UTC(2026, 10, 21)

test.each([
  ['30', 30],
  ['0', 0],
  [String(now / 1000 + 45), 45],
  [String(now + 45_000), 45],
  [new Date(now + 45_000).toUTCString(), 45],
  [new Date(now - 45_000).toUTCString(), 0],
  [new Date(now + 200_000_000).toUTCString(), null],
  ['Sun, 99 Foo 2026 10:00:00 GMT', null],
  ['2026-11-22', null],
  ['99999999999999999', null],
  ['200000', null],
  ['-1', null],
  ['soon', null],
  ['', null],
])('a reset of %j is %s seconds', (stated, seconds) => {
  expect(resetSeconds(new Headers({ 'x-bkapi-ratelimit-reset': stated }), now)).toBe(seconds)
})

test('a deadline asks once more how much time there is; the work itself may be told that it is over', async () => {
  vi.useFakeTimers()
  try {
    const never = new AbortController().signal
    const more = [30, 20]
    const ended: number[] = []
    const note = () => ended.push(performance.now() - beganAt)
    const beganAt = performance.now()
    const slow = withDeadline(
      100,
      never,
      () => new Promise(() => undefined),
      () => more.shift() ?? 0,
    )
    const told = withDeadline(100, never, (_signal, end) => new Promise(() => setTimeout(end, 10)))
    const both = Promise.allSettled([slow.finally(note), told.finally(note)])
    await vi.advanceTimersByTimeAsync(1_000)
    const reasons = (await both).map((each) => each.status === 'rejected' && each.reason)
    expect(reasons).toEqual([expect.any(DeadlineError), expect.any(DeadlineError)])
    expect(ended).toEqual([10, 150])
  } finally {
    vi.useRealTimers()
  }
})
