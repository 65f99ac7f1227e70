import { expect, test } from 'vitest'
import {
  isResultFailed,
  isRunFinished,
  isTransferFailed,
  jobInstanceQuerySchema,
  nodeManTone,
  problemSchema,
  resultTone,
  runTone,
  stepInstanceParamsSchema,
  transferTone,
} from './index.ts'

test('history needs its time range and has defaults for the rest', () => {
  expect(jobInstanceQuerySchema.parse({ from: '1', to: '2' })).toEqual({
    from: 1,
    to: 2,
    start: 0,
    length: 20,
  })
  expect(jobInstanceQuerySchema.safeParse({ from: '1' }).success).toBe(false)
  expect(jobInstanceQuerySchema.safeParse({ from: '1', to: '2', length: '1001' }).success).toBe(false)
})

test('ids beyond 2^53 pass whole, anything else in their place is refused', () => {
  const params = {
    scopeType: 'biz',
    scopeId: '2',
    jobInstanceId: '9223372036854775807',
    stepInstanceId: '9007199254740993',
  }
  expect(stepInstanceParamsSchema.parse(params)).toEqual(params)
  expect(stepInstanceParamsSchema.safeParse({ ...params, scopeType: 'set' }).success).toBe(false)
  expect(stepInstanceParamsSchema.safeParse({ ...params, stepInstanceId: '1 or 1' }).success).toBe(false)
})

test('an unknown code is odd, never a crash, never failed or succeeded, and counts as finished', () => {
  for (const tone of [runTone(42), resultTone(777), transferTone(9), nodeManTone('HALF_DONE')])
    expect(tone).toBe('odd')
  expect(isRunFinished(42)).toBe(true)
  expect(isResultFailed(777)).toBe(false)
  expect([transferTone(null), isTransferFailed(9), isTransferFailed(null)]).toEqual(['odd', false, false])
})

test('a problem of a kind this tab does not know is still shown', () => {
  const newer = {
    kind: 'from-the-future',
    message: 'm',
    code: null,
    requestId: 'r',
    requestIdOf: 'upstream',
    system: 'job',
    retryAfterSeconds: null,
    permissions: [],
    applyUrl: null,
    loginUrl: null,
  }
  expect(problemSchema.parse(newer).kind).toBe('internal')
})
