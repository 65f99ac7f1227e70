import { expect, test } from 'vitest'
import type { JobInstance, JobPlanId } from '#contract'
import { durationScale } from './duration-scale.ts'

function run(changes: Partial<JobInstance>): JobInstance {
  return {
    id: '1' as JobInstance['id'],
    scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
    name: 'nightly',
    status: 3,
    type: 0,
    launchMode: 3,
    operator: null,
    createdAt: 0,
    startedAt: 0,
    endedAt: null,
    durationMs: 60_000,
    planId: '7' as JobPlanId,
    ...changes,
  }
}

test('bars are measured against the longest, a running one as long as it has run', () => {
  const running = run({ status: 2, startedAt: 1000, durationMs: null })
  expect(durationScale([run({}), running], 200_000).longestMs).toBe(199_000)
  expect(durationScale([], 0).longestMs).toBe(1)
})

test('the usual is the median of successful runs of the same job, when there are enough', () => {
  const others = [50_000, 60_000, 70_000].map((durationMs) => run({ durationMs }))
  const failed = run({ status: 4, durationMs: 1 })
  expect(durationScale([...others, failed], 0).usualMs(failed)).toBeNull()
  expect(durationScale([...others, run({}), failed], 0).usualMs(failed)).toBe(60_000)
  const elsewhere = run({ planId: '8' as JobPlanId })
  expect(durationScale([...others, run({})], 0).usualMs(elsewhere)).toBeNull()
})
