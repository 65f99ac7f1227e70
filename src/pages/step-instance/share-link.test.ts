import { expect, test } from 'vitest'
import type { StepAddress } from '#api'
import type { StepInstance } from '#contract'
import { quotedLine, sharedLines, stepLink } from './share-link.ts'
import { isNewestAttempt } from './shown-attempt.ts'

const address = {
  scope: { type: 'biz', id: '2' },
  jobInstanceId: '100',
  stepInstanceId: '200',
} as unknown as StepAddress
const step = { executeCount: 2 } as StepInstance

test('a shared link names the attempt that is told of, also when it is the newest', () => {
  expect(stepLink(address, { step })).toBe('/biz/2/job-instances/100/steps/200?executeCount=2')
  expect(
    stepLink(address, { step, part: { executeCount: 0, batch: 3 } }, '17', { first: 12, last: 12 }),
  ).toBe('/biz/2/job-instances/100/steps/200?executeCount=0&batch=3&host=17&line=12')
})

test('only the newest attempt has a log to quote, and only a script has lines to link to', () => {
  expect(isNewestAttempt({ step })).toBe(true)
  expect(isNewestAttempt({ step, part: { executeCount: 1, batch: 0 } })).toBe(false)
  const line = { lineNumber: 7, text: '', isError: true, documentId: '' }
  expect(quotedLine({ step: { ...step, type: 1 } }, { line })).toEqual({ first: 7, last: 7 })
  expect(quotedLine({ step: { ...step, type: 2 } }, { line })).toBeNull()
})

test('lines that are chosen are what a shared host leads to, and nothing is quoted from elsewhere', () => {
  const quoted = { first: 13, last: 13 }
  expect(sharedLines(null, quoted)).toEqual({ lines: quoted, isQuoted: true })
  expect(sharedLines({ first: 3, last: 5 }, quoted)).toEqual({
    lines: { first: 3, last: 5 },
    isQuoted: false,
  })
  expect(sharedLines({ first: 12, last: 14 }, quoted)).toEqual({
    lines: { first: 12, last: 14 },
    isQuoted: true,
  })
  expect(sharedLines(null, null)).toEqual({ lines: null, isQuoted: true })
})
