import { expect, test } from 'vitest'
import { noFindings } from './log-findings.ts'
import {
  areAllCleanedUp,
  chooseStepIndex,
  haveAllNothing,
  isUnfinished,
  type ReadStep,
  stepStates,
  toldOutcome,
} from './step-state.ts'

const none = { text: null, at: null }
const some = { text: '2025-08-30 22:50:52', at: 1_756_565_452_000 }

/** A step as node-man writes it in its ordinary life: no times and no log before it begins. */
function step(status: string, changes: Partial<ReadStep> = {}): ReadStep {
  const begun = status !== 'PENDING'
  return {
    step: {
      index: 0,
      name: 'Install',
      status,
      startedAt: begun ? some : none,
      finishedAt: begun ? some : none,
    },
    logBytes: begun ? 10 : 0,
    findings: noFindings,
    ...changes,
  }
}

function bare(status: string): ReadStep {
  return { ...step(status), step: { ...step(status).step, startedAt: none, finishedAt: none }, logBytes: 0 }
}

test('a step running, with and without an error in its log, and one waiting', () => {
  const steps = [
    step('SUCCESS'),
    step('RUNNING', { findings: { ...noFindings, hasError: true } }),
    step('PENDING'),
  ]
  expect(stepStates(steps, 'RUNNING')).toEqual(['succeeded', 'running-with-errors', 'waiting'])
  expect(stepStates([step('RUNNING')], null)).toEqual(['running'])
})

test('finish_time while RUNNING does not make a step finished', () => {
  expect(stepStates([step('RUNNING')], 'RUNNING')).toEqual(['running'])
})

test('what is pending after a failure was not reached, even while other hosts run', () => {
  const steps = [step('SUCCESS'), step('FAILED'), step('PENDING')]
  expect(stepStates(steps, 'RUNNING')).toEqual(['succeeded', 'failed', 'not-reached'])
  expect(stepStates(steps, null)).toEqual(['succeeded', 'failed', 'not-reached'])
})

test('all pending on a host that failed before its first step was not reached', () => {
  expect(stepStates([bare('PENDING'), bare('PENDING')], 'FAILED')).toEqual(['not-reached', 'not-reached'])
  expect(stepStates([bare('PENDING')], 'TERMINATED')).toEqual(['not-reached'])
})

test('all pending on a host that succeeded is a log cleaned up, not a wait', () => {
  const steps = [bare('PENDING'), bare('PENDING')]
  expect(stepStates(steps, 'SUCCESS')).toEqual(['cleaned-up', 'cleaned-up'])
  expect(areAllCleanedUp(steps, 'SUCCESS')).toBe(true)
  expect(stepStates(steps, 'RUNNING')).toEqual(['waiting', 'waiting'])
  expect(stepStates(steps, null)).toEqual(['waiting', 'waiting'])
  expect(areAllCleanedUp([], 'SUCCESS')).toBe(false)
})

test('all pending where nobody tells the outcome may be either', () => {
  const steps = [bare('PENDING'), bare('PENDING')]
  expect(stepStates(steps, null, true)).toEqual(['waiting-or-cleaned-up', 'waiting-or-cleaned-up'])
  expect(stepStates([step('RUNNING'), bare('PENDING')], null, true)).toEqual(['running', 'waiting'])
  expect(haveAllNothing(steps)).toBe(true)
  expect(haveAllNothing([step('SUCCESS'), bare('PENDING')])).toBe(false)
  expect(haveAllNothing([])).toBe(false)
})

test('a failed host cleaned up: bare successes before the failure, which is kept', () => {
  const steps = [bare('SUCCESS'), step('FAILED'), bare('PENDING')]
  expect(stepStates(steps, 'FAILED')).toEqual(['cleaned-up', 'failed', 'not-reached'])
  expect(areAllCleanedUp(steps, 'FAILED')).toBe(false)
})

test('a bare success before a running step is only back-filled', () => {
  expect(stepStates([bare('SUCCESS'), step('RUNNING')], 'RUNNING')).toEqual(['succeeded', 'running'])
})

test('a success with times but no output is a success', () => {
  expect(stepStates([step('SUCCESS', { logBytes: 0 })], 'SUCCESS')).toEqual(['succeeded'])
})

test('a status nobody documented is unknown and stops nothing', () => {
  expect(stepStates([step('UNKNOWN'), step('success')], null)).toEqual(['unknown', 'unknown'])
})

test.each([
  ['running host', ['SUCCESS', 'RUNNING'], 'RUNNING', true],
  ['between two steps', ['SUCCESS', 'PENDING'], null, true],
  ['all done, outcome unknown', ['SUCCESS', 'SUCCESS'], null, false],
  ['failed without a collected-logs block', ['FAILED', 'PENDING'], null, false],
  ['failed host', ['FAILED', 'PENDING'], 'FAILED', false],
  ['cleaned up', ['PENDING', 'PENDING'], 'SUCCESS', false],
  ['stopped before it began', ['PENDING'], 'TERMINATED', false],
  ['last output still to be written', ['RUNNING'], 'SUCCESS', true],
  ['retry just ordered', ['FAILED', 'PENDING'], 'RUNNING', true],
  ['not laid out yet', [], null, true],
  ['never laid out', [], 'SUCCESS', false],
])('polling: %s', (_, statuses, outcome, unfinished) => {
  const steps = statuses.map((status) => step(status).step)
  expect(isUnfinished(steps, outcome)).toBe(unfinished)
})

test('the first failed step is shown first, else the running one, else the last with a log', () => {
  expect(chooseStepIndex([step('SUCCESS'), step('FAILED'), step('FAILED')])).toBe(1)
  expect(chooseStepIndex([step('SUCCESS'), step('RUNNING'), step('PENDING')])).toBe(1)
  expect(chooseStepIndex([step('SUCCESS'), step('SUCCESS'), step('SUCCESS', { logBytes: 0 })])).toBe(1)
  expect(chooseStepIndex([step('PENDING')])).toBe(0)
})

test('how a step was ended says more than that it failed', () => {
  const line = { lineNumber: 9, text: '安装 已终止' }
  const ended = (kind: 'stopped' | 'given-up') =>
    step('FAILED', { findings: { ...noFindings, hasError: true, closing: { kind, line } } })
  expect(stepStates([ended('stopped'), step('PENDING')], 'FAILED')).toEqual(['stopped', 'not-reached'])
  expect(stepStates([ended('given-up')], 'FAILED')).toEqual(['given-up'])
})

test('a running step that waits for a person is not just running; one that has succeeded no longer waits', () => {
  const findings = { ...noFindings, waitsForPerson: true }
  expect(stepStates([step('RUNNING', { findings })], 'RUNNING')).toEqual(['waiting-for-person'])
  expect(stepStates([step('SUCCESS', { findings })], 'SUCCESS')).toEqual(['succeeded'])
})

test('the outcome of a job is not told of a host that is none of its', () => {
  expect(toldOutcome('SUCCESS', false, 0)).toBeNull()
  expect(toldOutcome('SUCCESS', true, 0)).toBe('SUCCESS')
  expect(toldOutcome('SUCCESS', false, 3)).toBe('SUCCESS')
})
