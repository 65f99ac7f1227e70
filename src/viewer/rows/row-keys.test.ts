import { expect, test } from 'vitest'
import { rowKeys } from './row-keys.ts'

const none: ReadonlyMap<number, number> = new Map()
const keysOf = (keys: ReadonlyMap<number, number>) => [...keys.values()]

test('rows that come below take over the elements of those that go', () => {
  const first = rowKeys(none, [0, 1, 2, 3])
  expect(keysOf(first)).toEqual([0, 1, 2, 3])
  const second = rowKeys(first, [2, 3, 4, 5])
  expect([...second]).toEqual([
    [2, 2],
    [3, 3],
    [4, 0],
    [5, 1],
  ])
  expect(keysOf(rowKeys(second, [3, 4, 5, 6]))).toEqual([3, 0, 1, 2])
})

test('a screen of other rows uses all elements where they are', () => {
  const first = rowKeys(none, [0, 1, 2])
  expect(keysOf(rowKeys(first, [70, 71, 72]))).toEqual([0, 1, 2])
  expect(keysOf(rowKeys(first, [70, 71, 72, 73]))).toEqual([0, 1, 2, 3])
  expect(keysOf(rowKeys(first, [70]))).toEqual([0])
})

test('above a row that stays new elements are made, so that it need not move', () => {
  const first = rowKeys(none, [4, 5, 6])
  expect(keysOf(rowKeys(first, [2, 3, 4]))).toEqual([3, 4, 0])
})

test('a row that is held stays where it is in the page', () => {
  const first = rowKeys(none, [0, 1, 2, 3])
  expect(keysOf(rowKeys(first, [1, 50, 51]))).toEqual([1, 0, 2])
  expect(keysOf(rowKeys(first, [50, 51]))).toEqual([0, 1])
})
