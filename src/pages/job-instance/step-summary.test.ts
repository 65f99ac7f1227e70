import { expect, test } from 'vitest'
import { stepInstance } from './step-instances.fixture.ts'
import {
  countsByTone,
  firstFailedStep,
  isTicking,
  sortGroups,
  stateNote,
  stepDurationMs,
  stepToWatch,
} from './step-summary.ts'

test('counts of one tone are added up, failure first, zeros left out', () => {
  const counts = [
    { status: 9, tag: 'a', count: 1900 },
    { status: 9, tag: 'b', count: 93 },
    { status: 104, tag: null, count: 4 },
    { status: 11, tag: null, count: 3 },
    { status: 5, tag: null, count: 0 },
    { status: 4711, tag: null, count: 1 },
  ]
  expect(countsByTone(counts)).toEqual([
    { tone: 'bad', count: 7 },
    { tone: 'odd', count: 1 },
    { tone: 'good', count: 1993 },
  ])
  expect(countsByTone([])).toEqual([])
})

test('waiting, rolling and stopping are told in words', () => {
  expect(stateNote(stepInstance({ status: 7 }), false)).toBe('confirm')
  expect(stateNote(stepInstance({ status: 15 }), false)).toBe('rolling')
  expect(stateNote(stepInstance({ status: 10 }), false)).toBe('stopping')
  expect(stateNote(stepInstance({ status: 3 }), true)).toBeNull()
})

test('a step pending after the end was not reached; before it, it only waits', () => {
  expect(stateNote(stepInstance({ status: 1 }), true)).toBe('notReached')
  expect(stateNote(stepInstance({ status: 1 }), false)).toBeNull()
})

test('the first failed step is found; an ignored error is none', () => {
  const ignored = stepInstance({ status: 6 })
  const failed = stepInstance({ status: 4 })
  expect(firstFailedStep([ignored, failed, stepInstance({ status: 9 })])).toBe(failed)
  expect(firstFailedStep([ignored])).toBe(ignored)
  expect(firstFailedStep([stepInstance({ status: 3 })])).toBeNull()
})

test('a running step is counted from its start, by whichever clock is ahead', () => {
  const running = stepInstance({ status: 2, endedAt: null, durationMs: null })
  expect(isTicking(running)).toBe(true)
  expect(stepDurationMs(running, 9000)).toBe(7000)
  expect(stepDurationMs(running, 1000)).toBe(0)
})

test('a step without a total is measured by its ends, or not at all', () => {
  expect(stepDurationMs(stepInstance({ durationMs: null }), 99_000)).toBe(3000)
  expect(stepDurationMs(stepInstance({ status: 1, startedAt: null, durationMs: null }), 99_000)).toBeNull()
  expect(isTicking(stepInstance({ status: 7, startedAt: null }))).toBe(false)
})

test('a waiting step grows too: how long a person has kept everybody waiting is the question', () => {
  const waiting = stepInstance({ status: 7, endedAt: null, durationMs: null })
  expect(stepDurationMs(waiting, 9000)).toBe(7000)
})

test('the step to watch is the first failed one, else where it goes on', () => {
  const done = stepInstance()
  const running = stepInstance({ status: 2 })
  const failed = stepInstance({ status: 4 })
  const pending = stepInstance({ status: 1, startedAt: null })
  expect(stepToWatch([done, running, pending])).toBe(running)
  expect(stepToWatch([done, failed, running])).toBe(failed)
  expect(stepToWatch([done, pending])).toBeNull()
  const ignored = stepInstance({ status: 6 })
  expect(stepToWatch([ignored, running]), 'what goes on, before what was passed over').toBe(running)
  expect(stepToWatch([done, ignored])).toBe(ignored)
})

test('groups of results: failures first, large before small, empty ones left out', () => {
  const counts = [
    { status: 9, tag: 'a', count: 5 },
    { status: 310, tag: null, count: 1 },
    { status: 104, tag: 'b', count: 3 },
    { status: 5, tag: null, count: 0 },
  ]
  expect(sortGroups(counts).map(({ status }) => status)).toEqual([104, 310, 9])
})
