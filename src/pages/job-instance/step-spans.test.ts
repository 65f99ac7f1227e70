import { expect, test } from 'vitest'
import type { JobInstance } from '#contract'
import { stepInstance } from './step-instances.fixture.ts'
import { isWaiting, layOutSteps } from './step-spans.ts'

const jobInstance = {
  id: '100' as JobInstance['id'],
  scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
  name: 'x',
  status: 3,
  type: 0,
  launchMode: 1,
  operator: null,
  createdAt: 0,
  startedAt: 0,
  endedAt: 60_000,
  durationMs: null,
} satisfies JobInstance

function spansOf(steps: Parameters<typeof layOutSteps>[0]['steps'], finished: boolean, now = 90_000) {
  return layOutSteps({ jobInstance, steps, finished }, now).rows.map(({ span }) => span)
}

test('a step reaches from its start to its end; one that goes on, to now', () => {
  const open = { endedAt: null, durationMs: null }
  expect(spansOf([stepInstance(), stepInstance({ status: 2, startedAt: 6000, ...open })], false)).toEqual([
    { from: 2000, to: 5000 },
    { from: 6000, to: 90_000 },
  ])
})

test('a step left running by a job instance that is over ended with it', () => {
  const left = stepInstance({ status: 2, startedAt: 6000, endedAt: null, durationMs: null })
  expect(spansOf([left], true)).toEqual([{ from: 6000, to: 60_000 }])
})

test('without an end the duration tells; what has not begun has no bar; clocks cannot turn a bar round', () => {
  const ended = stepInstance({ endedAt: null, durationMs: 1000 })
  const pending = stepInstance({ status: 1, startedAt: null, endedAt: null, durationMs: null })
  const ahead = stepInstance({ status: 2, startedAt: 6000, endedAt: null, durationMs: null })
  expect(spansOf([ended, pending, ahead], false, 1000)).toEqual([
    { from: 2000, to: 3000 },
    null,
    { from: 6000, to: 6000 },
  ])
})

test('what was tried before the newest attempt is the gap in front of it, from the start of it all', () => {
  const retried = stepInstance({ executeCount: 2, startedAt: 40_000, endedAt: 50_000 })
  const { axis, rows } = layOutSteps({ jobInstance, steps: [retried], finished: true }, 90_000)
  expect(axis).toEqual({ from: 0, to: 50_000 })
  expect(rows[0]?.gap).toEqual({ from: 0, to: 40_000 })
  const once = layOutSteps({ jobInstance, steps: [{ ...retried, executeCount: 0 }], finished: true }, 90_000)
  expect(once.rows[0]?.gap).toBeNull()
})

test('confirmations and steps between two batches wait, a pending step does not', () => {
  expect(isWaiting(stepInstance({ type: 3, status: 3 }))).toBe(true)
  expect(isWaiting(stepInstance({ status: 15 }))).toBe(true)
  expect(isWaiting(stepInstance({ status: 1 }))).toBe(false)
  expect(isWaiting(stepInstance({ status: 2 }))).toBe(false)
})
