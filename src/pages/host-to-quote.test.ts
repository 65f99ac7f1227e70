import { expect, test } from 'vitest'
import type { ExecuteObject, StepResult } from '#contract'
import { addressesOf, addressOf, hostToQuote } from './host-to-quote.ts'

function result(key: string, status: number, tag: string | null = null): StepResult {
  const executeObject = { kind: 'host', hostId: key, cloudId: '0', ip: `10.0.0.${key}` } as unknown
  const times = { startedAt: null, endedAt: null, durationMs: null }
  return { key, executeObject: executeObject as ExecuteObject, status, tag, exitCode: null, ...times }
}

test('one of the largest group that failed is quoted', () => {
  const results = [result('1', 9), result('2', 310), result('3', 104, 'a'), result('4', 104)]
  const counts = [
    { status: 9, tag: null, count: 90 },
    { status: 310, tag: '', count: 2 },
    { status: 104, tag: 'a', count: 7 },
    { status: 104, tag: null, count: 3 },
  ]
  expect(hostToQuote(results, counts)?.key).toBe('3')
  expect(hostToQuote(results, [])?.key).toBe('2')
  expect(hostToQuote([result('1', 9)], counts)).toBeNull()
})

test('a target is called by its address, and asked for by it where ids are of no use', () => {
  expect(addressOf(result('7', 104))).toBe('10.0.0.7')
  expect(addressesOf(result('7', 104))).toEqual({ 7: '0:10.0.0.7' })
})
