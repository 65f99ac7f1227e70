import { expect, test } from 'vitest'
import type { FileTransfer } from '#contract'
import { hostOf, transferOf } from './step-instance.fixture.ts'
import { makeRow } from './transfer-row.ts'

const entryOf = (n: number, change: Partial<FileTransfer> = {}) => ({
  frame: { key: `t${n}`, hostKey: `${n}`, transfer: transferOf(n, change), bytes: 10 },
  documentId: `d${n}`,
})
const rowOf = (n: number, change: Partial<FileTransfer> = {}) => makeRow(entryOf(n, change))

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

test('a finished transfer is done whatever it reported last; a failed one keeps its last report', () => {
  expect(rowOf(2, { status: 4, progress: '97%' })).toMatchObject({
    progress: '100%',
    progressShare: 1,
    reportedProgress: '97%',
  })
  expect(rowOf(2, { status: 4, progress: null })).toMatchObject({ progress: '100%', progressShare: 1 })
  expect(rowOf(2, { status: 5, progress: '37%' })).toMatchObject({ progress: '37%', progressShare: 0.37 })
  expect(rowOf(2, { status: 5, progress: '--' })).toMatchObject({ progress: '--', progressShare: null })
})

test('keys tell apart hosts with one address in two areas', () => {
  const row = rowOf(7, { source: null, destination: hostOf(7, { hostId: null }) })
  expect(row).toMatchObject({ sourceKey: '', destinationKey: '0:10.0.0.7', hostKey: '7' })
})
