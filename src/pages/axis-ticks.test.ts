import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisTicks, dayMs } from './axis-ticks.ts'

test('marks stand at round times of the reader’s clock', () => {
  // 10:29:55 in a zone that is half an hour off: 10:30:00 is five seconds on.
  const clock = (10 * 3600 + 29 * 60 + 55) * 1000
  const { stepMs, ticks } = axisTicks({ from: 1_000_000, to: 1_060_000 }, 6, clock)
  expect(stepMs).toBe(10_000)
  expect(ticks.map(({ at }) => at - 1_000_000)).toEqual([5_000, 15_000, 25_000, 35_000, 45_000, 55_000])
  expect(ticks[0]?.share).toBeCloseTo(5 / 60)
})

test('a mark at the very beginning is kept', () => {
  expect(axisTicks({ from: 0, to: 10_000 }, 5, 0).ticks[0]).toEqual({ at: 0, share: 0 })
})

test('weeks are marked by whole days', () => {
  expect(axisTicks({ from: 0, to: 20 * dayMs }, 5, 0).stepMs).toBe(4 * dayMs)
})

test('there are never more marks than wanted, plus the one at the end', () => {
  const span = fc.integer({ min: 0, max: 400 * dayMs })
  void fc.assert(
    fc.property(
      span,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: dayMs - 1 }),
      (length, most, clock) => {
        const { ticks } = axisTicks({ from: 5_000, to: 5_000 + length }, most, clock)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        for (const { share } of ticks) expect(share >= 0 && share <= 1).toBe(true)
      },
    ),
  )
})
