import { expect, test } from 'vitest'
import { firstCause } from './first-error.ts'
import { noFindings } from './log-findings.ts'

const line = { lineNumber: 7, text: 'no space left' }

test('the cause is in the first step that failed, not in one that succeeded after all', () => {
  const overcome = { state: 'succeeded', findings: { ...noFindings, firstError: line } } as const
  const failed = { state: 'failed', findings: { ...noFindings, firstError: line } } as const
  expect(firstCause([overcome, failed])).toEqual({ kind: 'error', stepIndex: 1, line })
  expect(firstCause([overcome])).toBeNull()
})

test('a running step with an error is a cause already', () => {
  const running = { state: 'running-with-errors', findings: { ...noFindings, firstError: line } } as const
  expect(firstCause([running])?.stepIndex).toBe(0)
})

test('a stopped step says that it was stopped; a failed one without a word says nothing', () => {
  const stopped = { state: 'failed', findings: { ...noFindings, stopped: line } } as const
  expect(firstCause([stopped])).toEqual({ kind: 'stopped', stepIndex: 0, line })
  expect(firstCause([{ state: 'failed', findings: noFindings }])).toBeNull()
})
