import { expect, test } from 'vitest'
import type { Problem } from '#contract'
import { pollDelayMs } from './use-polling.ts'

const problem = (kind: Problem['kind'], retryAfterSeconds: number | null = null) =>
  ({ kind, retryAfterSeconds }) as Problem

test('steps are asked for every 5 seconds, also while they are not laid out yet', () => {
  expect(pollDelayMs(null)).toBe(5_000)
  expect(pollDelayMs(problem('not-ready'))).toBe(5_000)
})

test('a failure that can pass is asked again later, at the time it names if it names one', () => {
  expect(pollDelayMs(problem('timeout'))).toBe(15_000)
  expect(pollDelayMs(problem('rate-limited', 40))).toBe(40_000)
  expect(pollDelayMs(problem('rate-limited', 0))).toBe(1_000)
})

test('a failure that stays is not asked about again', () => {
  expect(pollDelayMs(problem('denied'))).toBeNull()
  expect(pollDelayMs(problem('not-found'))).toBeNull()
})
