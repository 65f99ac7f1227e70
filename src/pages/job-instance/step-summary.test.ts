import { expect, test } from 'vitest'
import { stepInstance } from './step-instances.fixture.ts'
import { countsByTone, firstFailedStep, isTicking, stateNote, stepDurationMs } from './step-summary.ts'

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
  expect(firstFailedStep([ignored])).toBeNull()
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
  expect(isTicking(stepInstance({ status: 7 }))).toBe(false)
})
