import { expect, test } from 'vitest'
import {
  isDrag,
  lastTopPx,
  listRows,
  placeAt,
  placeOfDrag,
  type ScrollPlace,
  type ScrollRange,
  settle,
  topPxOf,
} from './scroll-window.ts'

const viewportPx = 600
const rowPx = 20
const sizes = [0, 1, 30, 31, 1000, 799_999, 800_000, 800_001, 1_000_000, 2_000_001, 5_000_000, 100_000_000]
const rangeOf = (totalRows: number): ScrollRange => ({ totalRows, rowPx, viewportPx })

function lastScrollTop(range: ScrollRange): number {
  return Math.max(0, listRows(range) * rowPx - viewportPx)
}

/** The place is one the browser can show, with rows of the list everywhere in view. */
function expectShowable(place: ScrollPlace, range: ScrollRange): void {
  expect(place.scrollTop).toBeGreaterThanOrEqual(0)
  expect(place.scrollTop).toBeLessThanOrEqual(lastScrollTop(range))
  expect(place.rowOffset).toBeGreaterThanOrEqual(0)
  expect(place.rowOffset).toBeLessThanOrEqual(range.totalRows - listRows(range))
  expect(Number.isInteger(place.rowOffset)).toBe(true)
}

test.each(sizes)('%d rows: every position is shown exactly, and both ends', (totalRows) => {
  const range = rangeOf(totalRows)
  for (let step = 0; step <= 100; step += 1) {
    const top = Math.round((lastTopPx(range) * step) / 100)
    const place = placeAt(top, range)
    expectShowable(place, range)
    expect(topPxOf(place, rowPx)).toBeCloseTo(top, 3)
  }
  expect(placeAt(-1, range)).toEqual({ scrollTop: 0, rowOffset: 0 })
  expect(topPxOf(placeAt(Number.POSITIVE_INFINITY, range), rowPx)).toBeCloseTo(lastTopPx(range), 3)
})

test.each(sizes)('%d rows: dragging reaches both ends and keeps the scrollbar where it is', (totalRows) => {
  const range = rangeOf(totalRows)
  let before = -1
  for (let step = 0; step <= 100; step += 1) {
    const scrollTop = (lastScrollTop(range) * step) / 100
    const place = placeOfDrag(scrollTop, range)
    expectShowable(place, range)
    expect(place.scrollTop).toBe(scrollTop)
    expect(topPxOf(place, rowPx)).toBeGreaterThanOrEqual(before)
    before = topPxOf(place, rowPx)
  }
  expect(before).toBeCloseTo(lastTopPx(range), 3)
})

test.each([800_001, 1_000_000, 5_000_000])(
  '%d rows: the wheel passes every line, down and up',
  (totalRows) => {
    const range = rangeOf(totalRows)
    let place = placeAt(0, range)
    let top = 0
    const turn = (distance: number): void => {
      const scrollTop = Math.min(lastScrollTop(range), Math.max(0, place.scrollTop + distance))
      place = settle({ scrollTop, rowOffset: place.rowOffset }, range)
      expectShowable(place, range)
    }
    const strides = Math.ceil(lastTopPx(range) / 12_000)
    for (let index = 0; index < strides; index += 1) {
      turn(12_000)
      top = Math.min(lastTopPx(range), top + 12_000)
      // Moved by exactly the distance turned: no line was skipped, whatever the window did.
      expect(Math.abs(topPxOf(place, rowPx) - top)).toBeLessThan(0.01)
    }
    expect(topPxOf(place, rowPx)).toBeCloseTo(lastTopPx(range), 3)
    for (let index = 0; index < strides; index += 1) turn(-12_000)
    expect(place).toEqual({ scrollTop: 0, rowOffset: 0 })
  },
)

test('growth does not move the view, and leaves room to go on', () => {
  let place = placeAt(Number.POSITIVE_INFINITY, rangeOf(799_990))
  const top = topPxOf(place, rowPx)
  for (let totalRows = 799_990; totalRows < 900_000; totalRows += 997) {
    place = settle(place, rangeOf(totalRows))
    expectShowable(place, rangeOf(totalRows))
    expect(topPxOf(place, rowPx)).toBeCloseTo(top, 3)
  }
  expect(place.scrollTop).toBeLessThan(lastScrollTop(rangeOf(900_000)))
})

test('a shrunken log is shown from where it still has lines', () => {
  const place = placeAt(Number.POSITIVE_INFINITY, rangeOf(5_000_000))
  expectShowable(settle(place, rangeOf(100)), rangeOf(100))
  expectShowable(settle(place, rangeOf(1_000_000)), rangeOf(1_000_000))
})

test('a short log is never dragged, a long one only by a leap', () => {
  expect(isDrag(1_000_000, rangeOf(10_000))).toBe(false)
  expect(isDrag(2_000, rangeOf(5_000_000))).toBe(false)
  expect(isDrag((800_000 * rowPx) / viewportPx, rangeOf(5_000_000))).toBe(true)
})
