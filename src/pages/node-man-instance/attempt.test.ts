import { expect, test } from 'vitest'
import type { NodeManStep } from '#contract'
import { followAttempt, newAttempt } from './attempt.ts'

const none = { text: null, at: null }

function step(status: string, startedAt: number | null = null): NodeManStep {
  return { index: 0, name: 'x', status, startedAt: { text: null, at: startedAt }, finishedAt: none }
}

test('ordinary progress is no new attempt', () => {
  const before = [step('SUCCESS', 100), step('RUNNING', 200), step('PENDING')]
  const after = [step('SUCCESS', 100), step('FAILED', 200), step('PENDING')]
  expect(newAttempt(before, after, 'RUNNING')).toBeNull()
  expect(newAttempt([], before, 'RUNNING')).toBeNull()
  expect(newAttempt(before, [], 'RUNNING')).toBeNull()
})

test('a first step that began later is a new attempt, and tells when', () => {
  expect(newAttempt([step('FAILED', 100)], [step('RUNNING', 900)], 'RUNNING')).toEqual({ beganAt: 900 })
})

test('a step gone back is a new attempt before it has a time', () => {
  expect(newAttempt([step('FAILED', 100)], [step('PENDING')], 'PENDING')).toEqual({ beganAt: null })
  expect(newAttempt([step('SUCCESS', 100)], [step('RUNNING', 100)], null)).toEqual({ beganAt: 100 })
})

test('logs cleaned up under an open page are no new attempt', () => {
  expect(newAttempt([step('SUCCESS', 100)], [step('PENDING')], 'SUCCESS')).toBeNull()
})

test('an attempt stays known, and gets its time once its first step begins', () => {
  const waiting = [step('PENDING')]
  const begun = [step('RUNNING', 900)]
  const known = followAttempt(null, { before: [step('FAILED', 100)], after: waiting, outcome: 'RUNNING' })
  expect(known).toEqual({ beganAt: null })
  const timed = followAttempt(known, { before: waiting, after: begun, outcome: 'RUNNING' })
  expect(timed).toEqual({ beganAt: 900 })
  expect(followAttempt(timed, { before: begun, after: begun, outcome: 'RUNNING' })).toBe(timed)
})
