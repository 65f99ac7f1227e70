import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SortValue, sortRows } from './sort-rows.ts'

const sorted = (values: readonly SortValue[], descending = false) =>
  sortRows(
    values.map((value) => ({ value })),
    ({ value }) => value,
    descending,
  ).map(({ value }) => value)

test('digits inside text count as numbers, case does not count', () => {
  expect(sorted(['10.0.0.10', '10.0.0.9', '9.0.0.1'])).toEqual(['9.0.0.1', '10.0.0.9', '10.0.0.10'])
  expect(sorted(['v010', 'v9', 'v011', 'v1'])).toEqual(['v1', 'v9', 'v010', 'v011'])
  expect(sorted(['b', 'A', 'C'])).toEqual(['A', 'b', 'C'])
})

test('what is not known comes last in both directions', () => {
  expect(sorted([null, 2, undefined, 1])).toEqual([1, 2, null, undefined])
  expect(sorted([null, 2, Number.NaN, 1], true)).toEqual([2, 1, null, Number.NaN])
})

test('ids beyond 2^53 are told apart', () => {
  expect(sorted(['9223372036854775807', '9223372036854775806'])).toEqual([
    '9223372036854775806',
    '9223372036854775807',
  ])
})

test('sorting loses nothing, orders neighbours and keeps equals in place', () => {
  const row = fc.record({ key: fc.option(fc.integer({ min: 0, max: 5 })), place: fc.nat() })
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (rows, descending) => {
      const result = sortRows(rows, ({ key }) => key, descending)
      expect(new Set(result)).toEqual(new Set(rows))
      for (const [index, next] of result.slice(1).entries()) {
        const before = result[index]
        if (before?.key === next.key) expect(rows.indexOf(before)).toBeLessThan(rows.indexOf(next))
        else if (before?.key !== null && next.key !== null)
          expect((before?.key ?? 0) < (next.key ?? 0)).toBe(!descending)
        else expect(next.key).toBeNull()
      }
    }),
  )
})
