import { expect, test } from 'vitest'
import { runWhole } from './slices.ts'
import { holdPlaces } from './transfer-hold.ts'
import { keysOf, rowOf } from './transfer-rows.fixture.ts'

const before = [rowOf(1, { status: 3 }), rowOf(2, { status: 3 }), rowOf(3, { status: 3 })]

test('rows that moved on keep their places and show their new state', () => {
  const now = [rowOf(3, { status: 5 }), rowOf(1, { status: 4 }), rowOf(2, { status: 3 })]
  const { rows, outOfPlace } = runWhole(holdPlaces(before, now, now))
  expect(rows.map(({ key, status }) => [key, status])).toEqual([
    ['t1', 4],
    ['t2', 3],
    ['t3', 5],
  ])
  expect(outOfPlace).toBe(3)
})

test('rows that no longer pass stay, new ones come last, those that are gone leave', () => {
  const all = [rowOf(1, { status: 4 }), rowOf(2, { status: 3 }), rowOf(9, { status: 3 })]
  const { rows } = runWhole(holdPlaces(before, all, all.slice(1)))
  expect(keysOf(rows)).toEqual(['t1', 't2', 't9'])
})

test('nothing out of place is nothing to ask for', () => {
  expect(runWhole(holdPlaces(before, before, before))).toEqual({ rows: before, outOfPlace: 0 })
})
