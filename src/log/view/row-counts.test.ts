import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDenseRowCounts } from './dense-row-counts.ts'
import { createSparseRowCounts, type RowCounts } from './row-counts.ts'

const change = fc.oneof(
  fc.record({ kind: fc.constant('push' as const), count: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ kind: fc.constant('ones' as const), count: fc.nat(600) }),
  fc.record({ kind: fc.constant('truncate' as const), count: fc.nat(900) }),
)

/** What the counts should be: a row for every row, naming its item. */
function rowsOf(model: readonly number[]): readonly number[] {
  return model.flatMap((rows, item) => Array.from({ length: rows }, () => item))
}

function apply(counts: RowCounts, model: number[], { kind, count }: { kind: string; count: number }): void {
  if (kind === 'push') {
    counts.push(count)
    model.push(count)
  } else if (kind === 'ones') {
    counts.pushOnes(count)
    for (let at = 0; at < count; at += 1) model.push(1)
  } else {
    counts.truncate(count)
    model.length = Math.min(model.length, count)
  }
}

test.each([
  ['sparse', createSparseRowCounts],
  ['dense', createDenseRowCounts],
])('%s counts know the item of every row, and the first row of every item', (_, create) => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const counts = create()
      const model: number[] = []
      for (const each of changes) apply(counts, model, each)
      const rows = rowsOf(model)
      expect([counts.itemCount, counts.rowCount]).toEqual([model.length, rows.length])
      expect(rows.map((_item, row) => counts.itemAt(row))).toEqual(rows)
      expect(counts.firstRow(model.length)).toBe(rows.length)
      const firstRows = model.map((_rows, item) => rows.indexOf(item))
      expect(model.map((_rows, item) => counts.firstRow(item))).toEqual(firstRows)
    }),
    { numRuns: 60 },
  )
})
