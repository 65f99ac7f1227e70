import { expect, test } from 'vitest'
import type { LogSessionState } from '#api'
import type { Problem } from '#contract'
import { logToQuote } from './log-to-quote.ts'

const problem = { kind: 'upstream-down' } as Problem

/** A session that has come to its end without bringing anything. */
function session(part: Partial<LogSessionState> = {}): LogSessionState {
  return {
    phase: 'settled',
    isStopped: false,
    completedOnce: true,
    problem: null,
    logType: 'script',
    logs: new Map(),
    transfers: [],
    steps: [],
    missing: new Set(),
    failures: [],
    totals: null,
    unreadableFrames: 0,
    ...part,
  }
}

const logs = new Map([['7', { documentId: 'd', frame: { key: '7' } }]]) as unknown as LogSessionState['logs']

function transfer(documentId: string, status: number): LogSessionState['transfers'][number] {
  return { documentId, frame: { transfer: { status } } } as LogSessionState['transfers'][number]
}

test('a log that could not be read is not told as one that is not there', () => {
  expect(logToQuote(session({ problem }), '7')).toBe('unknown')
  expect(logToQuote(session({ problem, completedOnce: false, logs }), '7')).toBe('unknown')
  expect(logToQuote(session({ failures: [{ keys: ['7'], problem }] }), '7')).toBe('unknown')
  expect(logToQuote(session({ failures: [{ keys: [], problem }] }), '7')).toBe('unknown')
  expect(logToQuote(session({ unreadableFrames: 1 }), '7')).toBe('unknown')
  expect(logToQuote(session({ missing: new Set(['7']) }), '7')).toBe('none')
  expect(logToQuote(session(), '7')).toBe('none')
})

test('nothing is said while it is read, or was never asked for', () => {
  expect(logToQuote(session({ phase: 'loading', logs }), '7')).toBeUndefined()
  expect(logToQuote(session({ completedOnce: false }), '7')).toBeUndefined()
})

test('the log is quoted; of a distribution a transfer that failed', () => {
  expect(logToQuote(session({ logs }), '7')).toEqual({ documentId: 'd' })
  const transfers = [transfer('done', 4), transfer('odd', 9), transfer('failed', 5)]
  expect(logToQuote(session({ transfers }), '7')).toEqual({ documentId: 'failed' })
  expect(logToQuote(session({ transfers: [transfer('done', 4), transfer('odd', 9)] }), '7')).toEqual({
    documentId: 'odd',
  })
  expect(logToQuote(session({ transfers: [transfer('done', 4)] }), '7')).toBe('none')
})
