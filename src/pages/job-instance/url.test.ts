import { expect, test } from 'vitest'
import { changeJobInstanceUrl, readJobInstanceAddress, readJobInstanceUrl } from './url.ts'

test('the path names a job instance of a scope', () => {
  const params = { scopeType: 'biz', scopeId: '2', jobInstanceId: '9223372036854775807' }
  expect(readJobInstanceAddress(params)).toEqual({
    scope: { type: 'biz', id: '2' },
    id: '9223372036854775807',
  })
})

test('the bad part of a path is named', () => {
  expect(readJobInstanceAddress({ scopeType: 'biz', scopeId: 'x', jobInstanceId: '1' })).toBe('scope')
  expect(readJobInstanceAddress({ scopeType: 'biz', scopeId: '2', jobInstanceId: '1e5' })).toBe('id')
  expect(readJobInstanceAddress({})).toBe('scope')
})

test('the query names the step shown and the run compared, and keeps what is not ours', () => {
  expect(readJobInstanceUrl('?step=201&compare=week')).toEqual({ step: '201', compared: 'week' })
  expect(readJobInstanceUrl('?step=none&compare=x')).toEqual({ step: 'none', compared: null })
  expect(changeJobInstanceUrl('?embed=v1&step=201', { step: 'none' })).toBe('?embed=v1&step=none')
  expect(changeJobInstanceUrl('?step=201&compare=week', { step: null })).toBe('?compare=week')
  expect(changeJobInstanceUrl('?compare=week', { compared: null })).toBe('')
})
