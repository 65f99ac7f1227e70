import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runWhole } from './slices.ts'
import { transferOf } from './step-instance.fixture.ts'
import { makeRow, type TransferEntry } from './transfer-row.ts'
import { tableOf } from './transfer-rows.fixture.ts'
import { createTableMaker } from './transfer-table-maker.ts'

function entryOf(n: number, status = 4): TransferEntry {
  const direction = n % 5 === 0 ? 'upload' : 'download'
  return {
    frame: { key: `t${n}`, hostKey: `${n % 3}`, transfer: transferOf(n, { status, direction }), bytes: 1 },
    documentId: `d${n}`,
  }
}

const change = fc.record({
  more: fc.nat(4),
  /** Place of a transfer that has a new state. */
  moved: fc.option(fc.nat(12)),
  gone: fc.option(fc.nat(12)),
  status: fc.constantFrom(1, 3, 4, 5, 42),
})

test('the table of a list that grows, moves on and loses entries is that of the list as it is', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const maker = createTableMaker()
      let entries: readonly TransferEntry[] = []
      for (const { more, moved, gone, status } of changes) {
        const grown = Array.from({ length: more }, (_, index) => entryOf(entries.length + index, status))
        entries = [...entries, ...grown]
          .map((entry, place) => (place === moved ? entryOf(place, status) : entry))
          .filter((_, place) => place !== gone)
        expect(runWhole(maker.tableOf(entries))).toEqual(tableOf(entries.map((entry) => makeRow(entry))))
      }
    }),
  )
})

test('a row is made once, also when the one before it has a new state', () => {
  const maker = createTableMaker()
  const first = [entryOf(1, 3), entryOf(2)]
  const before = runWhole(maker.tableOf(first)).rows
  const grown = runWhole(maker.tableOf([...first, entryOf(3)])).rows
  expect(grown[0]).toBe(before[0])
  const moved = runWhole(maker.tableOf([entryOf(1), ...first.slice(1), entryOf(3)])).rows
  expect(moved[1]).toBe(before[1])
})

test('a table that was given keeps what it said, and work given up halfway does no harm', () => {
  const maker = createTableMaker()
  const few = Array.from({ length: 3 }, (_, n) => entryOf(n))
  const table = runWhole(maker.tableOf(few))
  const many = Array.from({ length: 5_000 }, (_, n) => few[n] ?? entryOf(n))
  const work = maker.tableOf(many)
  work.next()
  work.next()
  expect(table.rows).toHaveLength(3)
  expect(table.uploads.size).toBe(1)
  expect(runWhole(maker.tableOf(many))).toEqual(tableOf(many.map((entry) => makeRow(entry))))
  expect(runWhole(maker.tableOf(few))).toEqual(tableOf(few.map((entry) => makeRow(entry))))
})
