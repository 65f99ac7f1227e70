import { expect, test } from 'vitest'
import { rowOfResult } from './host-rows.ts'
import type { LogFact } from './log-facts.ts'
import { resultOf } from './step-instance.fixture.ts'
import { latestMoment, stragglerOf, usualDurationMs } from './stragglers.ts'

const finished = (count: number) =>
  Array.from({ length: count }, (_, n) => rowOfResult(resultOf(n + 1, 9, { durationMs: (n + 1) * 1000 })))
const startedAt = 1_700_000_000_000
const running = rowOfResult(resultOf(500, 7, { startedAt, endedAt: null, durationMs: null }))
const printed = (grewAt: number): LogFact => ({
  state: 'here',
  bytes: 9,
  askedAt: startedAt + 100_000,
  grewAt,
})

test('the usual duration holds for 95 of 100 finished hosts, failed ones too', () => {
  expect(usualDurationMs(finished(100))).toBe(95_000)
  expect(usualDurationMs([...finished(99), rowOfResult(resultOf(100, 104, { durationMs: 1 }))])).toBe(94_000)
})

test('too few finished hosts say nothing about what is usual', () => {
  expect(usualDurationMs([...finished(2), running])).toBe(null)
  expect(usualDurationMs(finished(3))).toBe(3000)
})

test('a running host is slow beyond the usual duration, a finished one never', () => {
  expect(stragglerOf(running, undefined, 5000, startedAt + 5000, startedAt).slowMs).toBe(null)
  expect(stragglerOf(running, undefined, 5000, startedAt + 5001, startedAt).slowMs).toBe(5001)
  expect(stragglerOf(running, undefined, null, startedAt + 9_000_000, startedAt).slowMs).toBe(null)
  const done = rowOfResult(resultOf(1, 9, { durationMs: 90_000 }))
  expect(stragglerOf(done, undefined, 5000, startedAt + 90_000, startedAt)).toEqual({
    slowMs: null,
    silentMs: null,
  })
})

const silentMs = (fact: LogFact | undefined, ourNow: number) =>
  stragglerOf(running, fact, null, startedAt, ourNow).silentMs

test('a log that stands still for over a minute is silent; one never asked for is not', () => {
  expect(silentMs(printed(startedAt + 30_000), startedAt + 100_000)).toBe(70_000)
  expect(silentMs(printed(startedAt + 40_000), startedAt + 100_000)).toBe(null)
  expect(silentMs(undefined, startedAt + 900_000)).toBe(null)
})

test('of a log that nobody asks for any more, silence is not told', () => {
  expect(silentMs(printed(startedAt), startedAt + 130_000)).toBe(100_000)
  expect(silentMs(printed(startedAt), startedAt + 130_001)).toBe(null)
})

test('the newest of all times is told, whichever it is', () => {
  const ended = rowOfResult(resultOf(1, 9, { startedAt, endedAt: startedAt + 60_000 }))
  expect(latestMoment([ended, running])).toBe(startedAt + 60_000)
  expect(latestMoment([running])).toBe(startedAt)
  expect(latestMoment([])).toBe(0)
})
