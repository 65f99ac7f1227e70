import { expect, test } from 'vitest'
import { hostOf } from './step-instance.fixture.ts'
import { feedingUpload, needsSources, sourcesWithoutUploads } from './transfer-pairing.ts'
import { keysOf, rowOf, tableOf, uploadOf } from './transfer-rows.fixture.ts'

const rows = [
  rowOf(2, { size: '2 KB', speed: '1 KB/s' }),
  rowOf(3, { status: 5, size: '1 KB', speed: '9 KB/s' }),
  rowOf(4, { status: 3, size: '--', speed: '3 KB/s' }),
  rowOf(5, { status: 42, sourcePath: '/data/other' }),
  rowOf(6, { source: hostOf(8), size: '2 KB', speed: '4 KB/s' }),
  uploadOf(1, '/data/file', { status: 2 }),
]
const table = tableOf(rows)

test('failed ones come first, the others keep their order', () => {
  expect(keysOf(table.rows)).toEqual(['t3', 't5', 't2', 't4', 't6', 'u1:/data/file'])
})

test('counts name failures first, then unknown statuses', () => {
  expect(table.counts.map(({ status, count }) => [status, count])).toEqual([
    [5, 1],
    [42, 1],
    [2, 1],
    [3, 1],
    [4, 2],
  ])
})

test('a transfer without a status has not failed, and stands after those that have', () => {
  const { counts, rows } = tableOf([rowOf(2), rowOf(3, { status: null }), rowOf(4, { status: 5 })])
  expect(counts.map(({ status }) => status)).toEqual([5, null, 4])
  expect(keysOf(rows)).toEqual(['t4', 't3', 't2'])
})

test('figures: bytes of downloads, what moves now, the average of what arrived, the slowest', () => {
  // 2 KB in 2 s and 2 KB in 0.5 s.
  expect(table.figures).toMatchObject({
    count: 6,
    downloads: 5,
    totalBytes: 2048 + 1024 + 9 + 2048,
    unsized: 1,
    moving: 1,
    movingBytesPerSecond: 3072,
    meanBytesPerSecond: 4096 / 2.5,
  })
  expect(table.figures.slowest?.key).toBe('t2')
})

test('a download is fed by the upload of the same file from the same source', () => {
  expect(feedingUpload(table.uploads, rowOf(2))?.key).toBe('u1:/data/file')
  expect(feedingUpload(table.uploads, rowOf(5, { sourcePath: '/data/other' }))).toBeNull()
  expect(feedingUpload(table.uploads, rowOf(6, { source: hostOf(8) }))).toBeNull()
})

test('neither an upload nor a file from a third party is fed by an upload', () => {
  expect(feedingUpload(table.uploads, uploadOf(1, '/data/file'))).toBeUndefined()
  expect(feedingUpload(table.uploads, rowOf(2, { source: null }))).toBeUndefined()
})

test('sources whose uploads nobody told of are named once', () => {
  expect(sourcesWithoutUploads(table)).toEqual(['8'])
})

test('sources are asked as long as they may tell something new', () => {
  const waiting = rowOf(2, { status: 1 })
  expect(needsSources([uploadOf(1, '/a', { status: 2 })])).toBe(true)
  expect(needsSources([waiting])).toBe(true)
  expect(needsSources([waiting, uploadOf(1, '/a')])).toBe(false)
  expect(needsSources([rowOf(2), rowOf(3, { status: 5 })])).toBe(false)
})
