import { expect, test } from 'vitest'
import { type Format, languages, loadMessages } from '#i18n'
import type { LineRow, LineTime } from '#log'
import { timeColumnCells } from '../tools/log-preferences.ts'
import { createTimeTitle, createTimeWords, instantOf } from './time-words.ts'

const format = {
  time: (at: number) => new Date(at).toISOString().slice(11, 19),
  zonelessDateTime: (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' '),
  duration: (ms: number) => `${ms / 60_000} min`,
} as unknown as Format
const options = { format, naiveTimeZone: 'Asia/Shanghai' }
const reading = Date.UTC(2026, 10, 22, 10, 0, 0, 7)

const words = await loadMessages('en')
const titles = { ...options, timeZone: 'UTC', words: words.readerRows }

function row(given: Partial<LineRow>): LineRow {
  return { time: null, timeBefore: null, startTime: null, ...given } as LineRow
}

/** What a row has whose time is `ms` after another. */
function since(field: 'timeBefore' | 'startTime', ms: number): Partial<LineRow> {
  return { time: { atMs: reading + ms, kind: 'reading' }, [field]: { atMs: reading, kind: 'reading' } }
}

test.each([
  ['Asia/Shanghai', '2026-11-22T02:00:00.007Z'],
  ['UTC', '2026-11-22T10:00:00.007Z'],
  ['America/New_York', '2026-11-22T15:00:00.007Z'],
  ['not a zone', '2026-11-22T10:00:00.007Z'],
])('a stamp without a zone is a reading of the clocks in %s', (zone, instant) => {
  expect(new Date(instantOf({ atMs: reading, kind: 'reading' }, zone)).toISOString()).toBe(instant)
})

test('a stamp that names its zone is taken at its word', () => {
  expect(instantOf({ atMs: reading, kind: 'instant' }, 'Asia/Shanghai')).toBe(reading)
})

test('clocks that were put forward or back are right on both sides of it', () => {
  const zone = 'Europe/Berlin'
  const at = (day: number, hour: number) =>
    instantOf({ atMs: Date.UTC(2026, 9, day, hour), kind: 'reading' }, zone)
  expect(new Date(at(25, 1)).toISOString()).toBe('2026-10-24T23:00:00.000Z')
  expect(new Date(at(25, 4)).toISOString()).toBe('2026-10-25T03:00:00.000Z')
})

test('a stamp with a zone is so long after one without as the zone of that one says', () => {
  const time: LineTime = { atMs: Date.UTC(2026, 10, 22, 2, 0, 9, 7), kind: 'instant' }
  const before: LineTime = { atMs: reading, kind: 'reading' }
  expect(createTimeWords('since-start', options)?.(row({ time, startTime: before }))).toBe('+0:00:09.000')
  expect(createTimeWords('gap', options)?.(row({ time: before, timeBefore: time }))).toBe('-9.0 s')
})

test('the columns say the clock, the time since the start, the gap', () => {
  expect(createTimeWords('off', options)).toBeNull()
  const clock = createTimeWords('clock', options)
  expect(clock?.(row({ time: { atMs: reading, kind: 'reading' } }))).toBe('11-22 02:00:00.007')
  expect(clock?.(row({}))).toBe('')
  const start = createTimeWords('since-start', options)
  expect(start?.(row(since('startTime', 3_723_004)))).toBe('+1:02:03.004')
  expect(start?.(row(since('startTime', -1500)))).toBe('-0:00:01.500')
  const gap = createTimeWords('gap', options)
  expect(gap?.(row(since('timeBefore', 0)))).toBe('+0 ms')
  expect(gap?.(row(since('timeBefore', -20)))).toBe('-20 ms')
  expect(gap?.(row(since('timeBefore', 12_345)))).toBe('+12.3 s')
  expect(gap?.(row(since('timeBefore', 120_000)))).toBe('+2 min')
})

test.each([
  [
    'a day and a zone',
    { atMs: reading, kind: 'instant' },
    '11-22 10:00:00.007',
    '2026-11-22 10:00:00, shown in UTC',
  ],
  [
    'a day and no zone',
    { atMs: reading, kind: 'reading' },
    '11-22 02:00:00.007',
    '2026-11-22 02:00:00, shown in UTC: the line says 2026-11-22 10:00:00, taken as Asia/Shanghai',
  ],
  [
    'neither',
    { atMs: 36_000_007, kind: 'clock' },
    '      10:00:00.007',
    'As written: the line names no day and no zone',
  ],
  ['the time since a start', { atMs: 1483, kind: 'uptime' }, '', undefined],
  ['nothing', null, '', undefined],
] as const)('the clock of a stamp with %s, and which zone it is of', (_, time, shown, title) => {
  expect(createTimeWords('clock', options)?.(row({ time }))).toBe(shown)
  expect(createTimeTitle('clock', titles)(row({ time }))).toBe(title)
})

test('columns without a clock name no zone', () => {
  const stamped = row({ time: { atMs: reading, kind: 'reading' } })
  expect(createTimeTitle('gap', titles)(stamped)).toBeUndefined()
  expect(createTimeTitle('since-start', titles)(stamped)).toBeUndefined()
})

/** Chinese characters take two. */
function cellsOf(text: string): number {
  return text.replace(/[\u2e80-\uffff]/g, '  ').length
}

test.each(languages)(
  'the column has room for the longest gap and a blank: $language',
  async ({ language }) => {
    const { units } = (await loadMessages(language)).common
    const durations = [
      `${units.minutes('59')} ${units.seconds('59')}`,
      `${units.hours('23')} ${units.minutes('59')}`,
      `${units.days('999')} ${units.hours('23')}`,
    ]
    for (const duration of durations) {
      const gap = createTimeWords('gap', { ...options, format: { ...format, duration: () => duration } })
      expect(cellsOf(gap?.(row(since('timeBefore', 60_000))) ?? '')).toBeLessThan(timeColumnCells.gap)
    }
    for (const gapMs of [-999, -59_949]) {
      expect(cellsOf(createTimeWords('gap', options)?.(row(since('timeBefore', gapMs))) ?? '')).toBeLessThan(
        timeColumnCells.gap,
      )
    }
  },
)
