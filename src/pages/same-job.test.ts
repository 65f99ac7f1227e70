import { describe, expect, test } from 'vitest'
import type { JobInstance, JobPlanId } from '#contract'
import { isSameJob, nameStem, runBefore, runOfLastWeek, runsOf, shownRuns, weekMs } from './same-job.ts'

const dayMs = 86_400_000
const monday = Date.UTC(2026, 0, 12, 2, 10)

function run(id: number, changes: Partial<JobInstance> = {}): JobInstance {
  return {
    id: `${id}` as JobInstance['id'],
    scope: { type: 'biz', id: '2' as JobInstance['scope']['id'] },
    name: 'nightly',
    status: 3,
    type: 0,
    launchMode: 3,
    operator: 'bot',
    createdAt: monday + id * dayMs,
    startedAt: null,
    endedAt: null,
    durationMs: 1000,
    ...changes,
  }
}

const plan = (id: string) => ({ planId: id as JobPlanId })

test.each([
  ['执行脚本_20260101120000123', '执行脚本'],
  ['Nightly patch #412', 'Nightly patch'],
  ['deploy 2.4.1', 'deploy 2.4.1'],
  ['20260101120000', '20260101120000'],
])('of the name %s every run has %s', (name, stem) => {
  expect(nameStem(name)).toBe(stem)
})

describe('the same job', () => {
  test('is the same plan, whatever its runs are called', () => {
    expect(isSameJob(run(1, plan('7')), run(2, { ...plan('7'), name: 'renamed' }))).toBe(true)
    expect(isSameJob(run(1, plan('7')), run(2, plan('8')))).toBe(false)
  })

  test('is the same name and kind where nobody says which plan', () => {
    expect(isSameJob(run(1), run(2, plan('7')))).toBe(true)
    expect(isSameJob(run(1), run(2, { name: 'nightly #9' }))).toBe(true)
    expect(isSameJob(run(1), run(2, { type: 2 }))).toBe(false)
    expect(isSameJob(run(1), run(2, { name: 'nightly check' }))).toBe(false)
  })

  test('is never a plan and something known to have none', () => {
    expect(isSameJob(run(1, { planId: null }), run(2, plan('7')))).toBe(false)
    expect(isSameJob(run(1, { planId: null }), run(2, { planId: null }))).toBe(true)
  })
})

describe('runs of a job', () => {
  const newestFirst = Array.from({ length: 28 }, (_, index) => run(28 - index, plan('7')))

  test('are oldest first, with the current one as its page knows it', () => {
    const running = run(28, { status: 2 })
    const runs = runsOf(running, [...newestFirst, run(3, { ...plan('8'), id: '99' as JobInstance['id'] })])
    expect(runs).toHaveLength(shownRuns)
    expect(runs.at(-1)).toMatchObject({ id: '28', status: 2, planId: '7' })
    expect(runs.map(({ id }) => Number(id))).toEqual(Array.from({ length: 20 }, (_, index) => 9 + index))
  })

  test('are at least the current one, when the list does not have it', () => {
    expect(runsOf(run(1), [])).toEqual([run(1)])
  })

  test('know the one before, and last week’s to half a day', () => {
    const runs = runsOf(run(28), newestFirst)
    expect(runBefore(run(28), runs)?.id).toBe('27')
    expect(runBefore(run(9), runs)).toBeNull()
    expect(runOfLastWeek(run(28), runs)?.id).toBe('21')
    expect(runOfLastWeek(run(28), [run(1, { createdAt: monday + 28 * dayMs - weekMs - dayMs })])).toBeNull()
  })
})
