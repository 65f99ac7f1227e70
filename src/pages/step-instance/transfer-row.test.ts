import { expect, test } from 'vitest'
import type { FileTransfer } from '#contract'
import { hostOf, transferOf } from './step-instance.fixture.ts'
import { countTransfers, failedFirst, filterTransfers, rankTexts } from './transfer-filter.ts'
import { rowOfEntry } from './transfer-row.ts'

const entryOf = (n: number, change: Partial<FileTransfer> = {}) => ({
  frame: { key: `t${n}`, transfer: transferOf(n, change), bytes: 10 },
  documentId: `d${n}`,
})
const rowOf = (n: number, change: Partial<FileTransfer> = {}) => rowOfEntry(entryOf(n, change))
const all = { text: '', status: '', host: null }
const keys = (rows: readonly { readonly key: string }[]) => rows.map((row) => row.key)

test('a row shows addresses and sorts by numbers', () => {
  expect(rowOf(2, { size: '1.5 KB', speed: '1,024 KB/s', status: 3, progress: '37%' })).toMatchObject({
    sourceHost: '10.0.0.1',
    destinationHost: '10.0.0.2',
    sizeBytes: 1536,
    speedBytesPerSecond: 1_048_576,
    progressShare: 0.37,
  })
})

test('an upload has no destination, a third-party source has no host', () => {
  const row = rowOf(1, { direction: 'upload', source: null, destination: null, destinationPath: null })
  expect(row).toMatchObject({ sourceHost: '', destinationHost: '', destinationPath: '' })
})

test('the same entry gives the same row', () => {
  const entry = entryOf(1)
  expect(rowOfEntry(entry)).toBe(rowOfEntry(entry))
})

const rows = [
  rowOf(2),
  rowOf(3, { status: 5 }),
  rowOf(4, { sourcePath: '/opt/App.tar', status: 3 }),
  rowOf(5, { status: 42 }),
]

test('text finds paths, hosts and the log messages read so far, whatever the case', () => {
  expect(keys(filterTransfers(rows, { ...all, text: 'APP.tar' }, null))).toEqual(['t4'])
  expect(keys(filterTransfers(rows, { ...all, text: '10.0.0.3' }, null))).toEqual(['t3'])
  const messages = { searched: new Map([['d3', 'no space left on device']]) }
  expect(keys(filterTransfers(rows, { ...all, text: 'No Space' }, messages))).toEqual(['t3'])
  expect(filterTransfers(rows, { ...all, text: 'No Space' }, null)).toEqual([])
})

test('status and host filter', () => {
  expect(keys(filterTransfers(rows, { ...all, status: '5' }, null))).toEqual(['t3'])
  expect(keys(filterTransfers(rows, { ...all, status: 'failed' }, null))).toEqual(['t3', 't5'])
  expect(keys(filterTransfers(rows, { ...all, host: '0:10.0.0.4' }, null))).toEqual(['t4'])
  expect(filterTransfers(rows, { ...all, host: '1' }, null)).toHaveLength(4)
})

test('without a filter the very same rows come back', () => {
  expect(filterTransfers(rows, all, null)).toBe(rows)
})

test('counts name failures first, unknown statuses with them', () => {
  expect(countTransfers(rows)).toEqual([
    { status: 5, count: 1 },
    { status: 42, count: 1 },
    { status: 3, count: 1 },
    { status: 4, count: 1 },
  ])
})

test('failed ones come first, the others keep their order', () => {
  expect(keys(failedFirst(rows))).toEqual(['t3', 't5', 't2', 't4'])
})

test('texts are ranked with digits as numbers', () => {
  const ranks = rankTexts(['10.0.0.10', '10.0.0.9', '10.0.0.10', ''])
  expect([...ranks.keys()]).toEqual(['', '10.0.0.9', '10.0.0.10'])
})

test('host ids differ from addresses: an IPv6-only host is found by its address', () => {
  const row = rowOf(7, { destination: hostOf(7, { ip: null, ipv6: '2001:db8::7' }) })
  expect(filterTransfers([row], { ...all, text: 'db8::7' }, null)).toEqual([row])
})
