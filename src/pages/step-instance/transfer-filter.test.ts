import { expect, test } from 'vitest'
import { runWhole } from './slices.ts'
import { hostOf } from './step-instance.fixture.ts'
import {
  type FilterKnowledge,
  filterTransfers,
  noKnowledge,
  noTransferFilter,
  type TransferFilter,
} from './transfer-filter.ts'
import type { TransferRow } from './transfer-row.ts'
import { filteredTable, keysOf, rowOf, uploadOf } from './transfer-rows.fixture.ts'

const rows = [
  rowOf(2),
  rowOf(3, { status: 5 }),
  rowOf(4, { sourcePath: '/opt/App.tar', status: 3, source: hostOf(8) }),
  rowOf(5, { status: 42 }),
]

const found = (
  filter: Partial<TransferFilter>,
  knowledge: FilterKnowledge = noKnowledge,
  among: readonly TransferRow[] = rows,
) => {
  const table = filteredTable(among)
  const passing = runWhole(filterTransfers(table, { ...noTransferFilter, ...filter }, knowledge))
  return keysOf(among.filter((_, index) => passing === null || passing.includes(index)))
}

test('text finds paths, hosts and logs, whatever the case', () => {
  expect(found({ text: ' APP.tar' })).toEqual(['t4'])
  expect(found({ text: '10.0.0.3' })).toEqual(['t3'])
  expect(found({ text: '10.0.0.8' })).toEqual(['t4'])
  expect(found({ text: 'No Space' })).toEqual([])
  expect(found({ text: 'No Space' }, { ...noKnowledge, inLog: (id) => id === 'd3' })).toEqual(['t3'])
})

test('hosts in any shape are any of them, words are all of them', () => {
  for (const text of [
    '0:10.0.0.3',
    '3 4',
    '10.0.0.[3-4]',
    '"10.0.0.3","10.0.0.4"',
    '10.0.0.3-4',
    '10.0.0.3 10.0.0.4',
  ])
    expect(found({ text }), text).toEqual(text === '0:10.0.0.3' ? ['t3'] : ['t3', 't4'])
  expect(found({ text: 'app.tar 10.0.0.3' })).toEqual([])
  expect(found({ text: '10.0.0.4 opt app.tar' })).toEqual(['t4'])
  const inLog: FilterKnowledge['inLog'] = (id, word) => id === 'd3' && word === 'full'
  expect(found({ text: 'data full' }, { ...noKnowledge, inLog })).toEqual(['t3'])
  expect(found({ text: 'app.tar full' }, { ...noKnowledge, inLog })).toEqual([])
})

test('the hosts of a link are exactly these, by any of their names', () => {
  expect(found({ hosts: '3 0:10.0.0.4' })).toEqual(['t3', 't4'])
  expect(found({ hosts: '8' })).toEqual(['t4'])
  expect(found({ hosts: '10.0.0.30' })).toEqual([])
})

test('an IPv6-only host is found by its address', () => {
  const row = rowOf(7, { destination: hostOf(7, { ip: null, ipv6: '2001:db8::7' }) })
  expect(found({ text: 'db8::7' }, noKnowledge, [row])).toEqual(['t7'])
})

test('status, host, source, destination and file filter, alone and together', () => {
  expect(found({ status: '5' })).toEqual(['t3'])
  expect(found({ status: 'failed' })).toEqual(['t3'])
  expect(found({ status: 'none' }, noKnowledge, [rowOf(6, { status: null })])).toEqual(['t6'])
  expect(found({ host: '0:10.0.0.4' })).toEqual(['t4'])
  expect(found({ host: '1' })).toEqual(['t2', 't3', 't5'])
  expect(found({ from: '8' })).toEqual(['t4'])
  expect(found({ to: '2' })).toEqual(['t2'])
  expect(found({ file: '/data/file', status: '42' })).toEqual(['t5'])
  expect(found({ from: '8', to: '2' })).toEqual([])
})

test('a reason shows failed rows of that reason only', () => {
  const knowledge = { ...noKnowledge, reasonOf: () => '203:' }
  expect(found({ reason: '203:' }, knowledge)).toEqual(['t3'])
  expect(found({ reason: '310:' }, knowledge)).toEqual([])
})

test('without a filter no row is looked at', () => {
  expect(runWhole(filterTransfers(filteredTable(rows), noTransferFilter, noKnowledge))).toBeNull()
})

test('an end without a host can be asked for: a third-party source, a download to nowhere', () => {
  const some = [
    rowOf(2),
    rowOf(3, { source: null }),
    rowOf(4, { destination: null }),
    uploadOf(1, '/data/file'),
  ]
  expect(found({ from: 'none' }, noKnowledge, some)).toEqual(['t3'])
  expect(found({ to: 'none' }, noKnowledge, some)).toEqual(['t4'])
  expect(found({ from: 'none', to: '3' }, noKnowledge, some)).toEqual(['t3'])
})
