import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runWhole } from './slices.ts'
import { noKnowledge, noTransferFilter } from './transfer-filter.ts'
import { arrangeTransfers, sortTexts } from './transfer-order.ts'
import type { TransferRow } from './transfer-row.ts'
import { filteredTable, keysOf, rowOf, uploadOf } from './transfer-rows.fixture.ts'
import type { TransferColumn } from './url.ts'

const sorted = (rows: readonly TransferRow[], columnId: TransferColumn, descending = false) =>
  runWhole(
    arrangeTransfers(filteredTable(rows), {
      filter: noTransferFilter,
      knowledge: noKnowledge,
      sort: { columnId, descending },
      messageOf: (row) => (row.key === 't2' ? 'b' : row.key === 't9' ? 'a' : ''),
    }),
  )

const rows = [
  rowOf(9, { size: '1.5 KB', status: 5, progress: '37%' }),
  rowOf(10, { size: '9.0 Bytes' }),
  rowOf(2, { size: '--', status: 3 }),
]

test('sizes sort as numbers, addresses by the numbers in them, unknown ones last in both directions', () => {
  expect(keysOf(sorted(rows, 'size'))).toEqual(['t10', 't9', 't2'])
  expect(keysOf(sorted(rows, 'size', true))).toEqual(['t9', 't10', 't2'])
  expect(keysOf(sorted(rows, 'destinationHost'))).toEqual(['t2', 't9', 't10'])
  expect(keysOf(sorted(rows, 'message', true))).toEqual(['t2', 't9', 't10'])
  const [upload, download] = [uploadOf(1, '/a'), rowOf(2)]
  for (const descending of [true, false]) {
    expect(sorted([upload, download], 'destinationHost', descending)).toEqual([download, upload])
  }
})

test('equal rows keep their order, in both directions', () => {
  expect(keysOf(sorted(rows, 'sourcePath'))).toEqual(['t9', 't10', 't2'])
  expect(keysOf(sorted(rows, 'sourcePath', true))).toEqual(['t9', 't10', 't2'])
})

test('any sizes are sorted as a plain stable sort would', () => {
  const size = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null })
  fc.assert(
    fc.property(fc.array(size), fc.boolean(), (sizes, descending) => {
      const some = sizes.map((bytes, index) =>
        rowOf(index, { size: bytes === null ? null : `${bytes} Bytes` }),
      )
      const direction = descending ? -1 : 1
      const known = some.filter((row) => row.sizeBytes !== null)
      const expected = known.toSorted((a, b) => direction * ((a.sizeBytes ?? 0) - (b.sizeBytes ?? 0)))
      const unknown = some.filter((row) => row.sizeBytes === null)
      expect(keysOf(sorted(some, 'size', descending))).toEqual(keysOf([...expected, ...unknown]))
    }),
  )
})

test('what passes a filter stands in the order of all', () => {
  const some = ['b', 'c', 'a', 'b2'].map((path, index) =>
    rowOf(index, { sourcePath: `/${path}`, status: path === 'c' ? 5 : 4 }),
  )
  const question = {
    filter: { ...noTransferFilter, text: '/B' },
    knowledge: noKnowledge,
    messageOf: () => '',
  }
  const arranged = (descending: boolean) =>
    keysOf(
      runWhole(
        arrangeTransfers(filteredTable(some), { ...question, sort: { columnId: 'sourcePath', descending } }),
      ),
    )
  expect(arranged(false)).toEqual(['t0', 't3'])
  expect(arranged(true)).toEqual(['t3', 't0'])
})

test('texts are sorted with digits as numbers, thousands of them as well', () => {
  expect(runWhole(sortTexts(['10.0.0.10', '10.0.0.9', 'B', 'a', '']))).toEqual([
    '',
    '10.0.0.9',
    '10.0.0.10',
    'a',
    'B',
  ])
  const many = Array.from({ length: 5000 }, (_, index) => `host-${(index * 7919) % 5000}`)
  expect(runWhole(sortTexts(many))).toEqual(Array.from({ length: 5000 }, (_, index) => `host-${index}`))
})
