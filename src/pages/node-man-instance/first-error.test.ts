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

test('a step ended from outside says so, unless an error came before', () => {
  const closing = { kind: 'stopped', line } as const
  const stopped = { state: 'stopped', findings: { ...noFindings, closing } } as const
  expect(firstCause([stopped])).toEqual({ kind: 'stopped', stepIndex: 0, line })
  const firstError = { lineNumber: 3, text: 'refused' }
  const withError = { state: 'stopped', findings: { ...noFindings, closing, firstError } } as const
  expect(firstCause([withError])).toEqual({ kind: 'error', stepIndex: 0, line: firstError })
})

test('giving up is an ERROR line of its own, and called that', () => {
  const closing = { kind: 'given-up', line } as const
  const step = { state: 'given-up', findings: { ...noFindings, closing, firstError: line } } as const
  expect(firstCause([step])).toEqual({ kind: 'given-up', stepIndex: 0, line })
})

test('a failed step without a word says nothing', () => {
  expect(firstCause([{ state: 'failed', findings: noFindings }])).toBeNull()
})
