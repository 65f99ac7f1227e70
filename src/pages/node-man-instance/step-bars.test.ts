import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NodeManStep } from '#contract'
import { minimumBarShare, placeIn, wholeDurationMs } from '../time-bars.ts'
import type { TimeWindow } from '../time-window.ts'
import { isOddlyStated, layOut } from './step-bars.ts'

const stated = (at: number | null) => ({ text: at === null ? null : String(at), at })

function step(start: number | null, finish: number | null, status = 'SUCCESS'): NodeManStep {
  return { index: 0, name: 'x', status, startedAt: stated(start), finishedAt: stated(finish) }
}

const place = (from: number, to: number, shown: TimeWindow) => placeIn({ from, to }, shown)

test('rows share one axis from the first start to the last end', () => {
  const timeline = layOut([step(10_000, 30_000), step(30_000, 50_000)], 99_000)
  expect(timeline.axis).toEqual({ from: 10_000, to: 50_000 })
  expect(timeline.rows).toEqual([
    { span: { from: 10_000, to: 30_000 }, durationMs: 20_000, gap: null },
    { span: { from: 30_000, to: 50_000 }, durationMs: 20_000, gap: null },
  ])
  expect(wholeDurationMs(timeline)).toBe(40_000)
})

test('time in which nothing ran is a gap before the step that ended it', () => {
  const { rows } = layOut([step(0, 10_000), step(11_000, 12_000), step(20_000, 21_000)], 0)
  expect(rows.map(({ gap }) => gap)).toEqual([null, null, { from: 12_000, to: 20_000 }])
})

test('a host done in no time still has an axis, and took no time', () => {
  const timeline = layOut([step(1000, 1000)], 0)
  expect(timeline.axis).toEqual({ from: 1000, to: 6000 })
  expect(wholeDurationMs(timeline)).toBe(0)
})

test('a running step reaches to now, whatever its finish time says', () => {
  expect(layOut([step(1000, 2000, 'RUNNING')], 6000).rows[0]?.durationMs).toBe(5000)
  expect(layOut([step(1000, 2000, 'RUNNING')], 500).rows[0]?.durationMs).toBe(1000)
})

test('a step that ends before its start, or without an end, took nobody knows how long', () => {
  const { rows } = layOut([step(10_000, 9_000), step(10_000, null, 'FAILED'), step(10_000, 10_000)], 99_000)
  expect(rows.map(({ durationMs }) => durationMs)).toEqual([null, null, 0])
})

test('steps without a readable time have no bar and do not disturb the others', () => {
  const timeline = layOut([step(10_000, 20_000), step(null, null), step(null, 50_000)], 90_000)
  expect(timeline.axis).toEqual({ from: 10_000, to: 20_000 })
  expect(timeline.rows.map(({ span }) => span === null)).toEqual([false, true, true])
  expect(layOut([step(null, null)], 1).axis).toBeNull()
  expect(wholeDurationMs(layOut([step(null, null)], 1))).toBeNull()
  expect(layOut([], 1)).toEqual({ axis: null, rows: [] })
})

test('a bar is cut to what is shown', () => {
  const shown = { from: 1000, to: 2000 }
  expect(place(500, 1500, shown)).toEqual({ start: 0, length: 0.5 })
  expect(place(1500, 9000, shown)).toEqual({ start: 0.5, length: 0.5 })
  expect(place(0, 999, shown)).toEqual({ outside: 'before' })
  expect(place(2001, 3000, shown)).toEqual({ outside: 'after' })
})

test('a step of no length at the very end still has a bar inside', () => {
  const end = place(2000, 2000, { from: 1000, to: 2000 })
  expect(end).toEqual({ start: 1 - minimumBarShare, length: minimumBarShare })
})

test('every bar lies inside what is shown, whatever the times', () => {
  const time = fc.option(fc.integer({ min: -1e15, max: 1e15 }))
  const status = fc.constantFrom('SUCCESS', 'RUNNING', 'FAILED')
  const steps = fc.array(fc.tuple(time, time, status).map(([from, to, word]) => step(from, to, word)))
  void fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 1e15 }), (list, now) => {
      const { axis, rows } = layOut(list, now)
      for (const { span, durationMs } of rows) {
        if (span === null || axis === null) continue
        const bar = placeIn(span, axis)
        if ('outside' in bar) throw new Error('the axis holds every bar')
        expect(bar.start).toBeGreaterThanOrEqual(0)
        expect(bar.length).toBeGreaterThanOrEqual(minimumBarShare)
        expect(bar.start + bar.length).toBeLessThanOrEqual(1 + 1e-9)
        expect(durationMs ?? 0).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test.each([
  ['2021-09-16 15:06:04', false],
  ['2021-09-16 15:06:03+0800', false],
  ['2021-09-1615: 06: 45', true],
  ['', true],
])('%s is stated oddly: %s', (text, odd) => {
  expect(isOddlyStated({ text, at: null })).toBe(odd)
})
