import { expect, test } from 'vitest'
import type { Format } from '#i18n'
import type { LineRow } from '#log'
import { createTimeWords, instantOf } from './time-words.ts'

const format = {
  time: (at: number) => new Date(at).toISOString().slice(11, 19),
  duration: (ms: number) => `${ms / 60_000} min`,
} as unknown as Format
const options = { format, naiveTimeZone: 'Asia/Shanghai' }
const reading = Date.UTC(2026, 10, 22, 10, 0, 0, 7)

function row(given: Partial<LineRow>): LineRow {
  return { time: null, gapMs: null, sinceStartMs: null, ...given } as LineRow
}

test.each([
  ['Asia/Shanghai', '2026-11-22T02:00:00.007Z'],
  ['UTC', '2026-11-22T10:00:00.007Z'],
  ['America/New_York', '2026-11-22T15:00:00.007Z'],
  ['not a zone', '2026-11-22T10:00:00.007Z'],
])('a stamp without a zone is a reading of the clocks in %s', (zone, instant) => {
  expect(new Date(instantOf({ atMs: reading, hasZone: false }, zone)).toISOString()).toBe(instant)
})

test('a stamp that names its zone is taken at its word', () => {
  expect(instantOf({ atMs: reading, hasZone: true }, 'Asia/Shanghai')).toBe(reading)
})

test('clocks that were put forward or back are right on both sides of it', () => {
  const zone = 'Europe/Berlin'
  const at = (day: number, hour: number) =>
    instantOf({ atMs: Date.UTC(2026, 9, day, hour), hasZone: false }, zone)
  expect(new Date(at(25, 1)).toISOString()).toBe('2026-10-24T23:00:00.000Z')
  expect(new Date(at(25, 4)).toISOString()).toBe('2026-10-25T03:00:00.000Z')
})

test('the columns say the clock, the time since the start, the gap', () => {
  expect(createTimeWords('off', options)).toBeNull()
  const clock = createTimeWords('clock', options)
  expect(clock?.(row({ time: { atMs: reading, hasZone: false } }))).toBe('02:00:00.007')
  expect(clock?.(row({}))).toBe('')
  const start = createTimeWords('since-start', options)
  expect(start?.(row({ sinceStartMs: 3_723_004 }))).toBe('+1:02:03.004')
  expect(start?.(row({ sinceStartMs: -1500 }))).toBe('-0:00:01.500')
  const gap = createTimeWords('gap', options)
  expect(gap?.(row({ gapMs: 0 }))).toBe('+0 ms')
  expect(gap?.(row({ gapMs: -20 }))).toBe('-20 ms')
  expect(gap?.(row({ gapMs: 12_345 }))).toBe('+12.3 s')
  expect(gap?.(row({ gapMs: 120_000 }))).toBe('+2 min')
})
