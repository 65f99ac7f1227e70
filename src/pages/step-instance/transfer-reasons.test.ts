import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOfResult } from './host-rows.ts'
import { runWhole } from './slices.ts'
import { hostOf, resultOf } from './step-instance.fixture.ts'
import { gatherReasons, knownReason, maskMessage } from './transfer-reasons.ts'
import type { TransferRow } from './transfer-row.ts'
import { rowOf, uploadOf } from './transfer-rows.fixture.ts'

const failed = (n: number) => rowOf(n, { status: 5 })
const hosts = [resultOf(2, 329), resultOf(3, 329), resultOf(4, 203), resultOf(5, 18), resultOf(6, 9)].map(
  rowOfResult,
)
const messages = new Map([
  ['t2', 'write /tmp/file-2 failed: disk 7 full'],
  ['t3', 'write /tmp/file-3 failed: disk 12 full'],
  ['t4', 'source file /data/file not exists'],
])
const gather = (rows: readonly TransferRow[]) =>
  runWhole(gatherReasons(rows, hosts, (row) => messages.get(row.key)))

test('failures that say the same of different hosts and files are one reason, worst first', () => {
  const { reasons, unread } = gather([failed(4), failed(2), failed(3), rowOf(6)])
  expect(reasons).toMatchObject([
    { code: 329, message: 'write … failed: disk # full', transfers: 2 },
    { code: 203, message: 'source file /data/file not exists', transfers: 1 },
    { code: 18, message: '', transfers: 0 },
  ])
  expect([...(reasons[0]?.hosts.values() ?? [])]).toEqual(['10.0.0.2', '10.0.0.3'])
  expect(unread).toBe(0)
})

test('a failed host without any failed transfer is named with its code', () => {
  const { reasons } = gather([])
  expect(reasons.map(({ code, hosts: some }) => [code, some.size])).toEqual([
    [329, 2],
    [203, 1],
    [18, 1],
  ])
})

test('a log that has not been read is counted, not guessed', () => {
  const { reasons, reasonKeys, unread } = gather([failed(7), failed(2)])
  expect(unread).toBe(1)
  expect(reasonKeys.get('t2')).toBe(reasons[0]?.key)
  expect(reasonKeys.has('t7')).toBe(false)
})

test('what a host says that has not ended is told with those that have, and a link made before still finds it', () => {
  const running = rowOfResult(resultOf(9, 7))
  const says = (rows: readonly TransferRow[]) =>
    runWhole(gatherReasons(rows, [...hosts, running], () => 'disk 7 full'))
  const early = says([failed(9)]).reasonKeys.get('t9') ?? ''
  expect(early).toBe(':disk # full')
  const { reasons, reasonKeys } = says([failed(9), failed(3)])
  expect(reasons[0]).toMatchObject({ code: 329, transfers: 2, message: 'disk 7 full' })
  expect([...(reasons[0]?.hosts.keys() ?? [])]).toEqual(['3', '9'])
  expect(reasonKeys.get('t9')).toBe('329:disk # full')
  expect(knownReason(reasons, early)).toBe('329:disk # full')
  // Nothing moves in the list when the code comes.
  expect(says([failed(9)]).reasons[0]?.place).toBe(reasons[0]?.place)
})

test('a source has no code, whatever it says, and a reason that is there is asked for by itself', () => {
  const { reasons } = runWhole(
    gatherReasons([failed(2), uploadOf(1, '/data/file', { status: 5 })], hosts, () => 'lost'),
  )
  expect(reasons.filter(({ message }) => message === 'lost').map(({ code }) => code)).toEqual([329, null])
  expect(knownReason(reasons, ':lost')).toBe(':lost')
  expect(knownReason(reasons, ':found')).toBe(':found')
})

test('the same words under two codes: a host that has not ended is with neither', () => {
  const running = rowOfResult(resultOf(9, 7))
  const rows = [failed(2), failed(4), failed(9)]
  const { reasons } = runWhole(gatherReasons(rows, [...hosts, running], () => 'lost'))
  expect(reasons.filter(({ message }) => message === 'lost').map(({ code }) => code)).toEqual([
    329,
    203,
    null,
  ])
})

test.each([
  ['task timeout after 7200s', 'task timeout after #s'],
  ['connect to 10.1.2.3:48533 refused', 'connect to …:# refused'],
  ['C:\\pkg\\a.zip is locked', '… is locked'],
  ['task 4f2a9b10c3d4e5f6 lost', 'task … lost'],
  ['Agent is not installed', 'Agent is not installed'],
  ['File /data/other 2.4.1: x.tar.gz does not exist', 'File … does not exist'],
  ['磁盘 3 已满', '磁盘 # 已满'],
])('%s is masked as %s', (message, masked) => {
  expect(maskMessage(message, rowOf(2))).toBe(masked)
})

test('own paths are masked whole, blanks and all', () => {
  const row = rowOf(2, { sourcePath: '/data/pkg/patch 2.4.1: hotfix.tar.gz' })
  expect(maskMessage('File /data/pkg/patch 2.4.1: hotfix.tar.gz does not exist', row)).toBe(
    'File … does not exist',
  )
})

test('messages that differ in the host alone mask alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 255 }), fc.integer({ min: 2, max: 255 }), (a, b) => {
      const masked = [a, b].map((n) =>
        maskMessage(`host 10.0.0.${n} lost /tmp/file-${n} at ${n} %`, rowOf(n, { destination: hostOf(n) })),
      )
      expect(masked[0]).toBe(masked[1])
    }),
  )
})
