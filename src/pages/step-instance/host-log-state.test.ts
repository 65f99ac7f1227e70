import { expect, test } from 'vitest'
import type { LogSessionState } from '#api'
import type { Problem } from '#contract'
import { readHostLog } from './host-log-state.ts'
import { hostOf, problemOf, scriptLogOf, sessionOf } from './step-instance.fixture.ts'

const settled = (change: Partial<LogSessionState> = {}) => sessionOf({ completedOnce: true, ...change })
const failed: Problem = problemOf('upstream-down')
const kindOf = (state: LogSessionState, unfinished = false) => readHostLog(state, '1', unfinished).kind

test('nothing has come yet', () => {
  expect(kindOf(sessionOf({ phase: 'loading' }))).toBe('loading')
})

test('what the reader stopped is neither under way nor known to be nothing', () => {
  expect(kindOf(sessionOf({ isStopped: true }), true)).toBe('stopped')
  expect(kindOf(settled({ isStopped: true }))).toBe('none')
})

test('a text is shown as soon as it is there, also while the stream goes on', () => {
  const logs = new Map([['1', scriptLogOf('1', 5)]])
  expect(readHostLog(sessionOf({ phase: 'loading', logs }), '1', true)).toEqual({
    kind: 'text',
    documentId: 'document of 1',
    problem: null,
  })
})

test('a log answered under another name of the host is found', () => {
  const logs = new Map([['17', scriptLogOf('17', 5, { executeObject: hostOf(17) })]])
  expect(readHostLog(settled({ logs }), '0:10.0.0.17', false).kind).toBe('text')
})

test('empty and null are not the same', () => {
  expect(kindOf(settled({ logs: new Map([['1', scriptLogOf('1', 0)]]) }))).toBe('empty')
  expect(kindOf(settled({ logs: new Map([['1', scriptLogOf('1', 0, { content: 'null' })]]) }))).toBe('null')
})

test('a log that is empty now and was not before stays in its reader, which says so', () => {
  for (const content of ['text', 'null'] as const) {
    const state = settled({ logs: new Map([['1', scriptLogOf('1', 0, { content })]]) })
    for (const unfinished of [true, false]) {
      expect(readHostLog(state, '1', unfinished, (id) => id === 'document of 1').kind).toBe('text')
      expect(readHostLog(state, '1', unfinished, () => false).kind).not.toBe('text')
    }
  }
})

test('an absent log is one to come while unfinished, else one that is not kept', () => {
  const missing = new Set(['1'])
  expect(kindOf(sessionOf({ missing }), true)).toBe('not-yet')
  expect(kindOf(settled({ missing }), false)).toBe('none')
  expect(kindOf(settled({ logs: new Map([['1', scriptLogOf('1', 0)]]) }), true)).toBe('not-yet')
})

test('a problem of the stream, or of this host, is said; one of another host is not', () => {
  expect(readHostLog(sessionOf({ problem: failed }), '1', false)).toEqual({
    kind: 'problem',
    problem: failed,
  })
  expect(kindOf(settled({ failures: [{ keys: ['1'], problem: failed }] }))).toBe('problem')
  expect(kindOf(settled({ failures: [{ keys: ['2'], problem: failed }] }))).toBe('none')
})

test('a problem does not take away the text that was there', () => {
  const logs = new Map([['1', scriptLogOf('1', 5)]])
  expect(readHostLog(settled({ logs, problem: failed }), '1', false)).toMatchObject({
    kind: 'text',
    problem: failed,
  })
})

test('a step without logs waits for a person', () => {
  expect(kindOf(settled({ logType: 'none' }))).toBe('confirmation')
})
