import { expect, test } from 'vitest'
import type { StepResult } from '#contract'
import { countByStatus, findRow, orderByAttention, renewRows, rowOfResult } from './host-rows.ts'
import { runWhole } from './slices.ts'
import { containerOf, hostOf, resultOf } from './step-instance.fixture.ts'

const rowsOf = (...results: readonly StepResult[]) => runWhole(orderByAttention(results.map(rowOfResult)))
const addresses = (rows: readonly { readonly address: string }[]) => rows.map((row) => row.address)

test('failed hosts stand on top, then running, waiting and good ones; alike ones together', () => {
  const rows = rowsOf(
    resultOf(1, 9),
    resultOf(2, 104),
    resultOf(3, 7),
    resultOf(4, 5),
    resultOf(5, 1),
    resultOf(6, 104),
    resultOf(7, 3),
    resultOf(8, 9999),
  )
  expect(addresses(rows)).toEqual([
    '10.0.0.5',
    '10.0.0.2',
    '10.0.0.6',
    '10.0.0.8',
    '10.0.0.3',
    '10.0.0.4',
    '10.0.0.7',
    '10.0.0.1',
  ])
  expect(countByStatus(rows)).toEqual([
    { status: 1, count: 1 },
    { status: 104, count: 2 },
    { status: 9999, count: 1 },
    { status: 7, count: 1 },
    { status: 5, count: 1 },
    { status: 3, count: 1 },
    { status: 9, count: 1 },
  ])
})

test('IPv6-only hosts and containers have an address too', () => {
  const rows = [
    { ...resultOf(1, 9), executeObject: hostOf(1, { ip: null, ipv6: '2001:db8::1' }) },
    { ...resultOf(2, 9), executeObject: containerOf('c-9', { name: 'web' }) },
    { ...resultOf(3, 9), executeObject: hostOf(3, { ip: null }) },
  ].map(rowOfResult)
  expect(addresses(rows)).toEqual(['2001:db8::1', 'web', '3'])
})

test('a link may use another name of the host than the answer does', () => {
  const rows = rowsOf(resultOf(1, 9), resultOf(2, 9))
  expect(findRow(rows, '2')?.address).toBe('10.0.0.2')
  expect(findRow(rows, '0:10.0.0.2')?.key).toBe('2')
  expect(findRow(rows, '5:10.0.0.2')).toBeUndefined()
})

test('a host listed once per batch is one row, with its worst result', () => {
  const rows = rowsOf(resultOf(1, 9), resultOf(2, 9), resultOf(1, 104))
  expect(rows.map((row) => [row.key, row.status])).toEqual([
    ['1', 104],
    ['2', 9],
  ])
})

test('the same result keeps its row, so that polling renews only what changed', () => {
  const [one, two] = [resultOf(1, 7), resultOf(2, 7)]
  const before = runWhole(renewRows({ results: [], rows: [] }, [one, two]))
  const after = runWhole(renewRows(before, [one, { ...two, status: 9 }]))
  expect(after.rows[0]).toBe(before.rows[0])
  expect(after.rows[1]?.status).toBe(9)
})
