import { expect, test } from 'vitest'
import { type HostRow, rowOfResult } from './host-rows.ts'
import { type LogFacts, learnFrom, leaveLog, noLogFacts } from './log-facts.ts'
import { endWatch, learnWatched, logsToLookAt } from './running-logs.ts'
import { problemOf, resultOf, scriptLogOf, sessionOf } from './step-instance.fixture.ts'
import { stragglerOf } from './stragglers.ts'

const runs = { startedAt: 0, endedAt: null, durationMs: null }
const rowOf = (n: number, status = 7): HostRow => rowOfResult(resultOf(n, status, status === 7 ? runs : {}))
const keysOf = (rows: readonly HostRow[]) => rows.map(({ key }) => key)
const logsOf = (...bytes: readonly number[]) =>
  sessionOf({ logs: new Map(bytes.map((n, index) => [`${index + 1}`, scriptLogOf(`${index + 1}`, n)])) })
const silentMs = (facts: LogFacts, n: number, now: number) =>
  stragglerOf(rowOf(n), facts.get(`${n}`), null, now, now).silentMs

test('only what runs is looked at, and what was looked at stays while it runs', () => {
  const rows = [rowOf(1, 104), rowOf(2), rowOf(3), rowOf(4), rowOf(5), rowOf(6, 9)]
  expect(keysOf(logsToLookAt(rows, new Set(), 2))).toEqual(['2', '3'])
  expect(keysOf(logsToLookAt(rows, new Set(['1', '4', '5']), 3))).toEqual(['4', '5', '2'])
  expect(keysOf(logsToLookAt(rows, new Set(['5'])))).toEqual(['2', '3', '4', '5'])
})

test('of looks half a minute apart, who has printed nothing since the first one is silent all the while', () => {
  const first = learnWatched(noLogFacts, logsOf(10, 10), 1000)
  const second = learnWatched(first, logsOf(10, 20), 31_000)
  const third = learnWatched(second, logsOf(10, 30), 62_000)
  expect([silentMs(second, 1, 31_000), silentMs(third, 2, 62_000)]).toEqual([null, null])
  expect([silentMs(third, 1, 62_000), silentMs(third, 1, 100_000)]).toEqual([61_000, 61_000])
  expect(silentMs(third, 1, 152_001)).toBe(null)
})

test('a host without any log is as silent as one whose log stands still', () => {
  const none = () => sessionOf({ missing: new Set(['3']) })
  expect(silentMs(learnWatched(learnWatched(noLogFacts, none(), 0), none(), 61_000), 3, 61_000)).toBe(61_000)
})

test('opening a log and leaving it again does not end the look; ending the look ends what is told of it', () => {
  const looked = learnWatched(learnWatched(noLogFacts, logsOf(10), 0), logsOf(10), 61_000)
  const opened = learnFrom(looked, logsOf(10), 70_000)
  expect(silentMs(leaveLog(opened, '1'), 1, 80_000)).toBe(70_000)
  const ended = endWatch(opened)
  expect(silentMs(ended, 1, 80_000)).toBe(null)
  expect(ended.get('1')?.bytes).toBe(10)
  expect(silentMs(leaveLog(learnFrom(ended, logsOf(10), 81_000), '1'), 1, 81_000)).toBe(null)
})

test('a look that broke off says of no log that it stood still', () => {
  const first = learnWatched(noLogFacts, logsOf(10, 10), 0)
  const broken = learnWatched(first, { ...logsOf(10, 20), problem: problemOf('offline') }, 61_000)
  expect(silentMs(broken, 1, 61_000)).toBe(null)
  expect(broken.get('2')?.bytes).toBe(20)
})

test('a host whose log could not be read is not silent', () => {
  const failed = { ...sessionOf(), failures: [{ keys: ['1'], problem: problemOf('timeout') }] }
  const facts = learnWatched(learnWatched(noLogFacts, logsOf(10), 0), failed, 61_000)
  expect(silentMs(facts, 1, 61_000)).toBe(null)
})
