import { expect, test } from 'vitest'
import type { JobInstance, JobInstanceDetail, StepInstance } from '#contract'
import { onlyStepWith, stateDifferences, stepDifferences } from './run-differences.ts'

type Counts = StepInstance['resultCounts']

function step(name: string, resultCounts: Counts): StepInstance {
  const times = { createdAt: null, startedAt: null, endedAt: null, durationMs: null }
  return { id: '1' as StepInstance['id'], name, type: 1, status: 3, executeCount: 0, resultCounts, ...times }
}

function detail(...steps: readonly StepInstance[]): JobInstanceDetail {
  return { jobInstance: {} as JobInstance, finished: true, steps }
}

const counts = (...pairs: readonly (readonly [number, number])[]): Counts =>
  pairs.map(([status, count]) => ({ status, tag: null, count }))

test('states are summed over steps and tags, and one that is missing counts as none', () => {
  const here = detail(step('a', counts([9, 55], [104, 5])), step('b', counts([9, 1])))
  const there = detail(step('a', counts([9, 40], [9, 20])), step('b', null))
  expect(stateDifferences(here, there)).toEqual([
    { status: 9, wasRunning: false, here: 56, there: 60 },
    { status: 104, wasRunning: false, here: 5, there: 0 },
  ])
})

test('the hosts of a state are led to where one step alone has them', () => {
  const [first, second] = [step('a', counts([9, 55], [104, 5])), step('b', counts([9, 1], [104, 0]))]
  expect(onlyStepWith(detail(second, first), 104)?.name).toBe('a')
  expect(onlyStepWith(detail(first, second), 9)).toBeNull()
  expect(onlyStepWith(detail({ ...first, type: 2 }), 104)).toBeNull()
})

test('a run that was not counted is unknown, not none', () => {
  const here = detail(step('a', counts([9, 3])))
  expect(stateDifferences(here, detail(step('a', null)))).toEqual([
    { status: 9, wasRunning: false, here: 3, there: null },
  ])
  expect(stateDifferences(detail(), detail(step('a', null)))).toEqual([])
})

test('steps meet by name; one that only one run has stands alone', () => {
  const here = detail(step('check', null), step('new', null), step('check', null))
  const there = detail(step('check', null), step('old', null))
  const rows = stepDifferences(here, there).map((row) => [row.name, row.here !== null, row.there !== null])
  expect(rows).toEqual([
    ['check', true, true],
    ['new', true, false],
    ['check', true, false],
    ['old', false, true],
  ])
})

test('a host left running by a step that has ended is none of those that run', () => {
  const left = detail(step('a', counts([7, 2])))
  const running = detail({ ...step('a', counts([7, 3])), status: 2 })
  expect(stateDifferences(left, { ...running, finished: false })).toEqual([
    { status: 7, wasRunning: false, here: 0, there: 3 },
    { status: 7, wasRunning: true, here: 2, there: 0 },
  ])
})
