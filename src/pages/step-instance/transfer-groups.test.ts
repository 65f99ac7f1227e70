import { expect, test } from 'vitest'
import { runWhole } from './slices.ts'
import { hostOf } from './step-instance.fixture.ts'
import { groupTransfers, isGroup, linesOfGroups } from './transfer-groups.ts'
import { matrixOf } from './transfer-matrix.ts'
import { keysOf, rowOf, uploadOf } from './transfer-rows.fixture.ts'

const rows = [
  rowOf(2, { size: '1 KB' }),
  rowOf(10, { source: hostOf(8), sourcePath: '/b', status: 3 }),
  rowOf(9, { status: 5, size: '2 KB' }),
  uploadOf(1, '/data/file'),
]

test('groups with failures come first, then by name in natural order', () => {
  const groups = runWhole(groupTransfers(rows, 'destination'))
  expect(groups.map(({ name, failed }) => [name, failed])).toEqual([
    ['10.0.0.9', 1],
    ['', 0],
    ['10.0.0.2', 0],
    ['10.0.0.10', 0],
  ])
})

test('of sorted rows the groups are sorted, too: each stands where its first member does', () => {
  const sorted = [rows[1], rows[2], rows[0], rows[3]].flatMap((row) => row ?? [])
  const names = (columnId: 'progress' | 'size', descending: boolean) =>
    runWhole(groupTransfers(sorted, 'destination', { columnId, descending })).map(({ name }) => name)
  expect(names('progress', false)).toEqual(['10.0.0.10', '10.0.0.9', '10.0.0.2', ''])
  const bytes = (descending: boolean) =>
    runWhole(
      groupTransfers(
        [
          rowOf(2, { size: '--' }),
          rowOf(3, { size: '1 KB' }),
          rowOf(3, { size: '3 KB' }),
          rowOf(4, { size: '2 KB' }),
        ],
        'destination',
        { columnId: 'size', descending },
      ),
    ).map((group) => group.bytes)
  expect(bytes(true)).toEqual([4096, 2048, null])
  expect(bytes(false)).toEqual([2048, 4096, null])
})

test('a group counts statuses and bytes of its members', () => {
  const [group] = runWhole(groupTransfers(rows, 'file'))
  expect(group).toMatchObject({
    of: '/data/file',
    counts: [
      { status: 5, count: 1 },
      { status: 4, count: 2 },
    ],
    bytes: 1024 + 2048 + 9,
  })
})

test('a group says of how many members it knows no size', () => {
  const [unsized] = runWhole(groupTransfers([rowOf(2, { size: '--' }), rowOf(3, { size: null })], 'source'))
  expect(unsized).toMatchObject({ bytes: null, unsized: 2 })
  const [some] = runWhole(groupTransfers([rowOf(2, { size: '--' }), rowOf(3, { size: '1 KB' })], 'source'))
  expect(some).toMatchObject({ bytes: 1024, unsized: 1 })
})

test('only open groups show their members, below their head', () => {
  const groups = runWhole(groupTransfers(rows, 'source'))
  const lines = runWhole(linesOfGroups(groups, new Set(['group:source:8'])))
  expect(keysOf(lines)).toEqual(['group:source:1', 'group:source:8', 't10'])
  expect(lines.filter(isGroup)).toHaveLength(2)
})

test('the overview counts downloads of each pair and says the worst of them', () => {
  const { sources, lines } = runWhole(matrixOf([...rows, rowOf(9, { status: 3 })]))
  expect(sources.map(({ address, failed, count }) => [address, failed, count])).toEqual([
    ['10.0.0.1', 1, 3],
    ['10.0.0.8', 0, 1],
  ])
  expect(lines.map(({ address }) => address)).toEqual(['10.0.0.9', '10.0.0.2', '10.0.0.10'])
  expect(lines[0]?.cells.get('1')).toEqual({ count: 2, failed: 1, worst: 5, worstCount: 1 })
})

test('of a pair that is partly done it is known how many are not', () => {
  const one = { destination: hostOf(2) }
  const mixed = [rowOf(2), rowOf(3, { ...one, status: 3 }), rowOf(4, { ...one, status: 3 }), rowOf(5, one)]
  const { lines } = runWhole(matrixOf(mixed))
  expect(lines[0]?.cells.get('1')).toEqual({ count: 4, failed: 0, worst: 3, worstCount: 2 })
})

test('an unknown status, and none, need more attention than one under way, and are no failures', () => {
  const { lines } = runWhole(matrixOf([rowOf(2, { status: 3 }), rowOf(2, { status: 42 })]))
  expect(lines[0]).toMatchObject({ failed: 0, count: 2 })
  expect(lines[0]?.cells.get('1')).toMatchObject({ worst: 42, worstCount: 1 })
})

test('files of a third-party source, and downloads to no host, are an end of their own; uploads are none', () => {
  const { sources, lines } = runWhole(
    matrixOf([rowOf(2, { source: null }), rowOf(3, { destination: null }), uploadOf(1, '/data/file')]),
  )
  expect(sources.map(({ key, count }) => [key, count])).toEqual([
    ['', 1],
    ['1', 1],
  ])
  expect(lines.map(({ key, address }) => [key, address])).toEqual([
    ['', ''],
    ['2', '10.0.0.2'],
  ])
})
