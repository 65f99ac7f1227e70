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
  expect(write.mock.calls.length).toBeLessThan(100)
  expect(write.mock.calls.length).toBeGreaterThan(85)
  vi.runAllTimers()
  expect(write.mock.lastCall).toEqual(['?line=999'])
})

test('some changes one right after the other are all written at once, for a reload just after them', () => {
  const write = vi.fn()
  const writer = createQueryWriter(write)
  for (const query of ['?a', '?b', '?c', '?d']) writer.put(query)
  expect(write.mock.lastCall).toEqual(['?d'])
})

/** A writer that has written as much as may be written at once. */
function busyWriter() {
  const write = vi.fn()
  const writer = createQueryWriter(write)
  for (let press = 0; press < 20; press++) writer.put(`?line=${press}`)
  expect(write.mock.lastCall).not.toEqual(['?line=19'])
  write.mockClear()
  return { write, writer }
}

test('what waits can be written at once, once', () => {
  const { write, writer } = busyWriter()
  writer.put('?b')
  writer.flush()
  vi.runAllTimers()
  expect(write.mock.calls).toEqual([['?b']])
})

test('clicks without end stay below what browsers bear too, and the last of them is written', () => {
  const write = vi.fn()
  const writer = createQueryWriter(write)
  for (let click = 0; click < 1000; click++) {
    writer.flush()
    writer.put(`?find-as=${click}`)
    vi.advanceTimersByTime(10)
  }
  expect(write.mock.calls.length).toBeLessThan(100)
  vi.runAllTimers()
  expect(write.mock.lastCall).toEqual(['?find-as=999'])
})

test('what waits can be forgotten', () => {
  const { write, writer } = busyWriter()
  writer.put('?b')
  writer.cancel()
  vi.runAllTimers()
  expect(write).not.toHaveBeenCalled()
})
