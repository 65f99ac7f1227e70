import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQueryWriter } from './query-writer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('one change is written at once', () => {
  const write = vi.fn()
  createQueryWriter(write).put('?a')
  expect(write.mock.calls).toEqual([['?a']])
})

test('a held key stays far below what browsers bear, and its last change is written', () => {
  const write = vi.fn()
  const writer = createQueryWriter(write)
  for (let press = 0; press < 1000; press++) {
    writer.put(`?line=${press}`)
    vi.advanceTimersByTime(10)
  }
  expect(write.mock.calls.length).toBeLessThanOrEqual(101)
  expect(write.mock.calls.length).toBeGreaterThan(90)
  vi.runAllTimers()
  expect(write.mock.lastCall).toEqual(['?line=999'])
})

test('what waits can be written at once, once', () => {
  const write = vi.fn()
  const writer = createQueryWriter(write)
  writer.put('?a')
  writer.put('?b')
  writer.flush()
  vi.runAllTimers()
  expect(write.mock.calls).toEqual([['?a'], ['?b']])
})

test('what waits can be forgotten', () => {
  const write = vi.fn()
  const writer = createQueryWriter(write)
  writer.put('?a')
  writer.put('?b')
  writer.cancel()
  vi.runAllTimers()
  expect(write.mock.calls).toEqual([['?a']])
})
