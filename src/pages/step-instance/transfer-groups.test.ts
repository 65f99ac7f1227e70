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
  expect(lines[0]?.cells.get('1')).toEqual({ count: 2, failed: 1, worst: 5 })
})
