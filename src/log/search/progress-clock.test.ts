import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgressClock } from './progress-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const limits = { limitMs: 200, wholeLimitMs: 1000 }

test('what comes to nothing for so long is told once', () => {
  const told = vi.fn()
  createProgressClock(told).watch({}, limits)
  vi.advanceTimersByTime(150)
  expect(told).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(told).toHaveBeenCalledTimes(1)
})

test('what gets on all the time has an end, too; another subject begins anew', () => {
  const told = vi.fn()
  const clock = createProgressClock(told)
  const getOn = (ms: number) => {
    for (let at = 0; at < ms; at += 100) {
      vi.advanceTimersByTime(100)
      clock.noteProgress()
    }
  }
  clock.watch({}, limits)
  getOn(900)
  clock.watch({}, limits)
  getOn(900)
  expect(told).not.toHaveBeenCalled()
  getOn(200)
  expect(told).toHaveBeenCalledTimes(1)
})
