import { expect, test } from 'vitest'
import { hasNoLog, learnFrom, noLogFacts } from './log-facts.ts'
import { problemOf, scriptLogOf, sessionOf } from './step-instance.fixture.ts'

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
