import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { insideAxis, panWindow, shortestWindowMs, type TimeWindow, zoomWindow } from './time-window.ts'

const axis: TimeWindow = { from: 0, to: 100_000 }

test('zooming keeps the moment under the pointer where it is', () => {
  expect(zoomWindow(axis, 2, 20_000, axis)).toEqual({ from: 10_000, to: 60_000 })
})

test('zooming out ends at the whole axis, zooming in at the resolution of the times', () => {
  expect(zoomWindow({ from: 40_000, to: 50_000 }, 0.01, 45_000, axis)).toEqual(axis)
  const closest = zoomWindow(axis, 1e6, 50_000, axis)
  expect(closest.to - closest.from).toBe(shortestWindowMs)
})

test('panning stops at the ends of the axis', () => {
  const shown = { from: 40_000, to: 60_000 }
  expect(panWindow(shown, 0.5, axis)).toEqual({ from: 50_000, to: 70_000 })
  expect(panWindow(shown, 9, axis)).toEqual({ from: 80_000, to: 100_000 })
  expect(panWindow(shown, -9, axis)).toEqual({ from: 0, to: 20_000 })
})

test('a window longer than the axis is the axis', () => {
  expect(insideAxis({ from: -5, to: 200_000 }, axis)).toEqual(axis)
})

test('whatever is done, what is shown lies inside the axis', () => {
  const step = fc.record({
    factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
    share: fc.integer({ min: -3, max: 3 }),
  })
  void fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 0, max: 100_000 }), (steps, at) => {
      let shown = axis
      for (const { factor, share } of steps) {
        shown = panWindow(zoomWindow(shown, factor, at, axis), share, axis)
        expect(shown.from).toBeGreaterThanOrEqual(axis.from - 1e-6)
        expect(shown.to).toBeLessThanOrEqual(axis.to + 1e-6)
        expect(shown.to - shown.from).toBeGreaterThanOrEqual(shortestWindowMs - 1e-6)
      }
    }),
  )
})
