import { expect, test } from 'vitest'
import type { NodeManInstance } from '#contract'
import { instanceStep } from './instance-data.fixture.ts'
import { instanceDurationMs } from './whole-duration.ts'

const host = { durationMs: 31_000 } as NodeManInstance
const timed = instanceStep()
const none = { text: null, at: null }
const gone = instanceStep({
  state: 'cleaned-up',
  step: { ...timed.step, startedAt: none, finishedAt: none },
})

test('from the first start to the last end', () => {
  expect(instanceDurationMs({ steps: [timed], host }, 0)).toBe(6_000)
})

test('where the times of some steps are gone it is what node-man says of the host', () => {
  expect(instanceDurationMs({ steps: [gone, timed], host }, 0)).toBe(31_000)
  expect(instanceDurationMs({ steps: [{ ...gone, state: 'succeeded' }, timed], host }, 0)).toBe(31_000)
  expect(instanceDurationMs({ steps: [gone, timed], host: null }, 0)).toBeNull()
})
