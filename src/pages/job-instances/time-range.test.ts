import { expect, test } from 'vitest'
import { dayOf, dayStart, daysBetween, isTooLong, rangeBounds, widerPreset } from './time-range.ts'

const dayMs = 86_400_000

test('a preset is counted back from the fixed now', () => {
  expect(rangeBounds({ kind: 'preset', preset: '24h' }, 10 * dayMs)).toEqual({
    from: 9 * dayMs,
    to: 10 * dayMs,
  })
})

test('a day begins at midnight of the chosen zone, not of the browser', () => {
  expect(dayStart('2026-11-01', 'Asia/Shanghai')).toBe(Date.parse('2026-10-31T16:00:00Z'))
  expect(dayStart('2026-11-01', 'America/New_York')).toBe(Date.parse('2026-11-01T04:00:00Z'))
  expect(dayOf(Date.parse('2026-10-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-01')
})

test('a day on which the clocks change still ends at its own midnight', () => {
  const day = daysBetween('2026-11-01', '2026-11-01', 'America/New_York')
  expect(day).toEqual({
    kind: 'between',
    from: Date.parse('2026-11-01T04:00:00Z'),
    to: Date.parse('2026-11-02T05:00:00Z') - 1,
  })
})

test('what is no day or no range is refused', () => {
  expect(dayStart('yesterday', 'UTC')).toBeNull()
  expect(dayStart('2026-13-45', 'UTC')).toBeNull()
  expect(daysBetween('2026-11-02', '2026-11-01', 'UTC')).toBeNull()
})

test('thirty whole days are within a limit of thirty days, one more is not', () => {
  const thirty = daysBetween('2026-10-01', '2026-10-30', 'UTC')
  const more = daysBetween('2026-10-01', '2026-10-31', 'UTC')
  expect(thirty && isTooLong(thirty, 30)).toBe(false)
  expect(more && isTooLong(more, 30)).toBe(true)
  expect(more && isTooLong(more, null)).toBe(false)
})

test('the range widens to the next preset the deployment allows', () => {
  expect(widerPreset({ kind: 'preset', preset: '1h' }, 30)).toBe('24h')
  expect(widerPreset({ kind: 'preset', preset: '7d' }, 7)).toBeNull()
  expect(widerPreset({ kind: 'preset', preset: '30d' }, null)).toBeNull()
})
