import { expect, test } from 'vitest'
import { rowOfResult } from './host-rows.ts'
import { hasNoLog, learnFrom, leaveLog, noLogFacts } from './log-facts.ts'
import { problemOf, resultOf, scriptLogOf, sessionOf } from './step-instance.fixture.ts'
import { stragglerOf } from './stragglers.ts'

const withLog = (bytes: number) => sessionOf({ logs: new Map([['1', scriptLogOf('1', bytes)]]) })

test('size and silence come from the answers', () => {
  const first = learnFrom(noLogFacts, withLog(10), 1000)
  expect(first.get('1')).toEqual({ state: 'here', bytes: 10, askedAt: 1000, grewAt: 1000 })
  const later = learnFrom(first, withLog(10), 61_000)
  expect(later.get('1')).toMatchObject({ askedAt: 61_000, grewAt: 1000 })
  expect(learnFrom(later, withLog(11), 62_000).get('1')).toMatchObject({ bytes: 11, grewAt: 62_000 })
})

test('nothing new is the same map', () => {
  const first = learnFrom(noLogFacts, withLog(10), 1000)
  expect(learnFrom(first, withLog(10), 2000)).toBe(first)
  expect(learnFrom(first, sessionOf(), 90_000)).toBe(first)
})

test('no log is one that is missing or empty, not one nobody asked for or that failed', () => {
  const failures = [{ keys: ['3'], problem: problemOf('upstream-down') }]
  const facts = learnFrom(noLogFacts, sessionOf({ ...withLog(0), missing: new Set(['2']), failures }), 1000)
  expect(['1', '2', '3', '4'].map((key) => hasNoLog(facts.get(key)))).toEqual([true, true, false, false])
})

test('hosts asked for before are still known when the next one is open', () => {
  const first = learnFrom(noLogFacts, withLog(10), 1000)
  const second = learnFrom(first, sessionOf({ logs: new Map([['2', scriptLogOf('2', 5)]]) }), 2000)
  expect([...second.keys()]).toEqual(['1', '2'])
})

test('a log that was left is silent no more at once, and is again when it is found as it was', () => {
  const running = rowOfResult(resultOf(1, 7, { startedAt: 0, endedAt: null, durationMs: null }))
  const silentMs = (facts: typeof noLogFacts, now: number) =>
    stragglerOf(running, facts.get('1'), null, now, now).silentMs
  const stood = learnFrom(learnFrom(noLogFacts, withLog(10), 1000), withLog(10), 71_000)
  expect(silentMs(stood, 71_000)).toBe(70_000)
  const left = leaveLog(stood, '1')
  expect(silentMs(left, 71_000)).toBe(null)
  expect(silentMs(learnFrom(left, withLog(10), 80_000), 80_000)).toBe(79_000)
  expect(leaveLog(left, 'another')).toBe(left)
})
