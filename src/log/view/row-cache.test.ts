import { expect, test } from 'vitest'
import { createRowCache } from './row-cache.ts'
import type { ViewRow } from './view-row.ts'

const gap = (rowIndex: number): ViewRow => ({
  kind: 'gap',
  firstLineIndex: rowIndex,
  lineCount: 1,
  reason: 'fold',
})

test('rows that are looked at stay, however many come after them; others are forgotten', () => {
  const cache = createRowCache()
  cache.put({ firstRowIndex: 0, rows: [gap(0), gap(1)] })
  cache.put({ firstRowIndex: 1_000, rows: [gap(1_000)] })
  for (let rowIndex = 2_000; rowIndex < 20_000; rowIndex += 1) {
    cache.put({ firstRowIndex: rowIndex, rows: [gap(rowIndex)] })
    cache.peek(1)
    cache.peek(rowIndex)
  }
  expect(cache.peek(1)).toEqual(gap(1))
  expect(cache.peek(1_000)).toBeUndefined()
  expect(cache.peek(19_999)).toEqual(gap(19_999))
})

test('a row that looks the same is the same object, another one takes its place', () => {
  const cache = createRowCache()
  const first = gap(7)
  expect(cache.put({ firstRowIndex: 7, rows: [first] })).toBe(false)
  expect(cache.put({ firstRowIndex: 7, rows: [gap(7)] })).toBe(false)
  expect(cache.peek(7)).toBe(first)
  expect(cache.put({ firstRowIndex: 7, rows: [{ ...gap(7), reason: 'filter' } as ViewRow] })).toBe(true)
  const { kind, firstLineIndex, lineCount } = first as Extract<ViewRow, { kind: 'gap' }>
  const shorter = { kind, firstLineIndex, lineCount } as ViewRow
  expect(cache.put({ firstRowIndex: 7, rows: [shorter] })).toBe(true)
})

test('of rows that begin behind a hole only those are asked for that are missing', () => {
  const cache = createRowCache()
  const run = (from: number, count: number) => ({
    firstRowIndex: from,
    rows: Array.from({ length: count }, (_, offset) => gap(from + offset)),
  })
  cache.put(run(0, 20))
  cache.outdate(20, 200)
  cache.put(run(90, 110))
  expect(cache.missing(90, 199, 200)).toEqual([])
  expect(cache.missing(0, 19, 200)).toEqual([])
  expect(cache.missing(89, 199, 200)).toEqual([[64, 127]])
  expect(cache.missing(10, 20, 200)).toEqual([[0, 63]])
  cache.put(run(64, 64))
  expect(cache.missing(64, 199, 200)).toEqual([])
  cache.outdate(100, 200)
  expect(cache.missing(64, 99, 200)).toEqual([])
  expect(cache.missing(64, 100, 200)).toEqual([[64, 127]])
})
