import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HostRow, rowOfResult } from './host-rows.ts'
import { ipv4Number, ipv6Hex, sortHosts } from './host-sort.ts'
import { type LogFacts, noLogFacts } from './log-facts.ts'
import { runWhole } from './slices.ts'
import { containerOf, hostOf, resultOf } from './step-instance.fixture.ts'
import { hostOrders } from './url.ts'

const now = 1_700_000_100_000
const rowAt = (n: number, change: Parameters<typeof resultOf>[2] = {}) => rowOfResult(resultOf(n, 9, change))
const withIp = (n: number, ip: string | null, ipv6: string | null = null) =>
  rowAt(n, { executeObject: hostOf(n, { ip, ipv6 }) })
const sorted = (
  rows: readonly HostRow[],
  by: (typeof hostOrders)[number],
  descending = false,
  facts = noLogFacts,
) => [...runWhole(sortHosts(rows, { by, descending }, facts, now))].map((index) => rows[index]?.address)

test('addresses sort by their numbers, IPv6 after IPv4, names last', () => {
  const rows = [
    rowAt(1, { executeObject: containerOf('c', { name: 'web-10' }) }),
    withIp(2, null, '2001:db8::a'),
    withIp(3, '10.0.0.10'),
    withIp(4, '9.255.255.255'),
    rowAt(5, { executeObject: containerOf('d', { name: 'web-9' }) }),
    withIp(6, '10.0.0.9'),
    withIp(7, null, '2001:DB8:0:0::9'),
  ]
  const ascending = [
    '9.255.255.255',
    '10.0.0.9',
    '10.0.0.10',
    '2001:DB8:0:0::9',
    '2001:db8::a',
    'web-9',
    'web-10',
  ]
  expect(sorted(rows, 'address')).toEqual(ascending)
  expect(sorted(rows, 'address', true)).toEqual(ascending.toReversed())
})

test('numbers sort both ways, unknown ones last, equal ones as given', () => {
  const durations = [5000, null, 0, 5000, 120_000]
  const rows = durations.map((durationMs, index) => rowAt(index + 1, { durationMs }))
  expect(sorted(rows, 'duration')).toEqual(['10.0.0.3', '10.0.0.1', '10.0.0.4', '10.0.0.5', '10.0.0.2'])
  expect(sorted(rows, 'duration', true)).toEqual(['10.0.0.5', '10.0.0.1', '10.0.0.4', '10.0.0.3', '10.0.0.2'])
})

test('what runs has lasted until now', () => {
  const running = rowOfResult(resultOf(1, 7, { durationMs: null, startedAt: now - 60_000, endedAt: null }))
  const rows = [running, rowAt(2, { durationMs: 59_000 }), rowAt(3, { durationMs: 61_000 })]
  expect(sorted(rows, 'duration', true)).toEqual(['10.0.0.3', '10.0.0.1', '10.0.0.2'])
})

test('exit codes may be negative', () => {
  const rows = [1, -1, 0, 127].map((exitCode, index) => rowAt(index + 1, { exitCode }))
  expect(sorted(rows, 'exit')).toEqual(['10.0.0.2', '10.0.0.3', '10.0.0.1', '10.0.0.4'])
})

test('log sizes are those known so far', () => {
  const fact = (bytes: number) => ({ state: 'here' as const, bytes, askedAt: 0, grewAt: 0 })
  const facts: LogFacts = new Map([
    ['2', fact(10)],
    ['3', fact(5_242_880)],
  ])
  expect(
    sorted(
      [1, 2, 3].map((n) => rowAt(n)),
      'size',
      true,
      facts,
    ),
  ).toEqual(['10.0.0.3', '10.0.0.2', '10.0.0.1'])
})

test('by status is the order of attention, and back', () => {
  const rows = [1, 2, 3].map((n) => rowAt(n))
  expect(sorted(rows, 'status', true)).toEqual(['10.0.0.3', '10.0.0.2', '10.0.0.1'])
})

test('more hosts than fit into one number with their key are sorted all the same', () => {
  const row = rowAt(1)
  const rows = Array.from({ length: 140_000 }, (_, n) => ({ ...row, durationMs: 140_000 - n }))
  const order = runWhole(sortHosts(rows, { by: 'duration', descending: false }, noLogFacts, now))
  expect([order[0], order[139_999]]).toEqual([139_999, 0])
})

test('any order holds every host once, in step with the plain comparison', () => {
  const duration = fc.option(fc.integer({ min: 0, max: 2 ** 33 }))
  fc.assert(
    fc.property(fc.array(duration, { maxLength: 60 }), fc.boolean(), (durations, descending) => {
      const rows = durations.map((durationMs, index) => rowAt(index, { durationMs }))
      const far = descending ? -1 : Number.MAX_VALUE
      const model = [...durations.keys()].sort((a, b) => {
        const difference = (durations[a] ?? far) - (durations[b] ?? far)
        return (descending ? -difference : difference) || a - b
      })
      expect([...runWhole(sortHosts(rows, { by: 'duration', descending }, noLogFacts, now))]).toEqual(model)
      for (const by of hostOrders) {
        expect(new Set(runWhole(sortHosts(rows, { by, descending }, noLogFacts, now)))).toEqual(
          new Set(durations.keys()),
        )
      }
    }),
  )
})

test('IPv4 and IPv6 are read strictly', () => {
  expect(ipv4Number('1.2.3.4')).toBe(0x01020304)
  for (const wrong of ['1.2.3', '1.2.3.4.5', '1.2.3.256', '1.2.3.', '.1.2.3', 'a.b.c.d', '']) {
    expect(ipv4Number(wrong), wrong).toBe(-1)
  }
  expect(ipv6Hex('::1')).toBe(`${'0'.repeat(31)}1`)
  expect(ipv6Hex('::ffff:1.2.3.4')).toBe(`${'0'.repeat(20)}ffff01020304`)
  expect(ipv6Hex('fe80::1%eth0')).toBe(`fe80${'0'.repeat(27)}1`)
  for (const wrong of [':::', '1:2:3', '1::2::3', '12345::', 'web-1', '::1.2.3.400']) {
    expect(ipv6Hex(wrong), wrong).toBe(null)
  }
})
