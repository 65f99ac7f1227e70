import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPatience } from './patience.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('work that brings nothing for so long is over, once; a success starts the time anew', () => {
  const onOver = vi.fn()
  const patience = createPatience(1_000, onOver)
  patience.begin()
  vi.advanceTimersByTime(900)
  patience.renew()
  vi.advanceTimersByTime(999)
  expect(onOver).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5_000)
  expect(onOver).toHaveBeenCalledTimes(1)
})

test('time with nothing under way does not count, whatever else was there before', () => {
  const onOver = vi.fn()
  const patience = createPatience(1_000, onOver)
  const ends = [patience.begin(), patience.begin()]
  vi.advanceTimersByTime(600)
  ends[0]?.()
  vi.advanceTimersByTime(300)
  ends[1]?.()
  vi.advanceTimersByTime(10_000)
  expect(onOver).not.toHaveBeenCalled()
  patience.begin()
  vi.advanceTimersByTime(99)
  expect(onOver).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onOver).toHaveBeenCalledTimes(1)
})

test('once stopped it stays silent', () => {
  const onOver = vi.fn()
  const patience = createPatience(1_000, onOver)
  patience.begin()
  patience.stop()
  vi.advanceTimersByTime(10_000)
  expect(onOver).not.toHaveBeenCalled()
})
