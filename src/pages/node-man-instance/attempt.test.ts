import { expect, test } from 'vitest'
import type { NodeManStep } from '#contract'
import { newAttempt } from './attempt.ts'

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
