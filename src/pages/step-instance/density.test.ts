import { expect, test } from 'vitest'
import { densityOf, densityStops } from './density.ts'
import { groupHosts } from './host-groups.ts'
import { rowOfResult } from './host-rows.ts'
import { layOutRail } from './rail-entries.ts'
import { runWhole } from './slices.ts'
import { resultOf } from './step-instance.fixture.ts'

const entriesOf = (...indexes: readonly number[]) => ({ entries: Int32Array.from(indexes), groups: [] })

test('one failure among thousands is seen, at its place in the list', () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => rowOfResult(resultOf(n, n === 6000 ? 104 : 9)))
  const pieces = densityOf(rows, entriesOf(...rows.keys()))
  expect(pieces).toHaveLength(120)
  expect(pieces.map((tone, at) => (tone === 'bad' ? at : -1)).filter((at) => at >= 0)).toEqual([60])
})

test('the list order counts, not the order of the rows; the head of a shut group has the colour of its hosts', () => {
  const rows = [resultOf(1, 104), resultOf(2, 9)].map(rowOfResult)
  expect(densityOf(rows, entriesOf(1, 0))).toEqual(['good', 'bad'])
  const collapsed = new Set(['104:'])
  const laid = layOutRail(Uint32Array.from([0, 1]), null, runWhole(groupHosts(rows)), collapsed)
  expect(densityOf(rows, laid)).toEqual(['bad', 'good', 'good'])
})

test('equal neighbours are one stop', () => {
  expect(densityStops(['bad', 'good', 'good', 'busy'], (tone) => tone)).toBe(
    'bad 0% 25%, good 25% 75%, busy 75% 100%',
  )
  expect(densityStops([], (tone) => tone)).toBe('')
})
