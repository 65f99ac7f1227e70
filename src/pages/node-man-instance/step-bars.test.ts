import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NodeManStep } from '#contract'
import { isOddlyStated, layOut, minimumBarShare, wholeDurationMs } from './step-bars.ts'

const stated = (at: number | null) => ({ text: at === null ? null : String(at), at })

function step(start: number | null, finish: number | null, status = 'SUCCESS'): NodeManStep {
  return { index: 0, name: 'x', status, startedAt: stated(start), finishedAt: stated(finish) }
}

test('bars share one axis from the first start to the last end', () => {
  const timeline = layOut([step(1000, 3000), step(3000, 5000)], 99_000)
  expect(timeline.axis).toEqual({ from: 1000, to: 5000 })
  expect(timeline.rows).toEqual([
    { bar: { start: 0, length: 0.5 }, durationMs: 2000 },
    { bar: { start: 0.5, length: 0.5 }, durationMs: 2000 },
  ])
  expect(wholeDurationMs(timeline)).toBe(4000)
})

test('a step of no length at the very end still has a bar inside the axis', () => {
  const { rows } = layOut([step(0, 1000), step(1000, 1000)], 0)
  expect(rows[1]).toEqual({ bar: { start: 1 - minimumBarShare, length: minimumBarShare }, durationMs: 0 })
})

test('a running step reaches to now, whatever its finish time says', () => {
  expect(layOut([step(1000, 2000, 'RUNNING')], 6000).rows[0]?.durationMs).toBe(5000)
  expect(layOut([step(1000, 2000, 'RUNNING')], 500).rows[0]?.durationMs).toBe(1000)
})

test('steps without a readable time have no bar and do not disturb the others', () => {
  const { axis, rows } = layOut([step(1000, 2000), step(null, null), step(null, 5000)], 9000)
  expect(axis).toEqual({ from: 1000, to: 2000 })
  expect(rows.map(({ bar }) => bar === null)).toEqual([false, true, true])
  expect(layOut([step(null, null)], 1).axis).toBeNull()
  expect(layOut([], 1)).toEqual({ axis: null, rows: [] })
})

test('every bar lies inside the axis, whatever the times', () => {
  const time = fc.option(fc.integer({ min: -1e15, max: 1e15 }))
  const status = fc.constantFrom('SUCCESS', 'RUNNING', 'FAILED')
  const steps = fc.array(fc.tuple(time, time, status).map(([from, to, word]) => step(from, to, word)))
  void fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 1e15 }), (list, now) => {
      for (const { bar, durationMs } of layOut(list, now).rows) {
        if (bar === null) continue
        expect(bar.start).toBeGreaterThanOrEqual(0)
        expect(bar.length).toBeGreaterThanOrEqual(minimumBarShare)
        expect(bar.start + bar.length).toBeLessThanOrEqual(1 + 1e-9)
        expect(durationMs).toBeGreaterThanOrEqual(0)
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
