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
  expect(readJobInstanceUrl('?step=201&compare=week')).toEqual({
    step: '201',
    compared: 'week',
    wanted: null,
  })
  expect(readJobInstanceUrl('?step=none&compare=x')).toMatchObject({ step: 'none', compared: null })
  expect(changeJobInstanceUrl('?embed=v1&step=201', { step: 'none' })).toBe('?embed=v1&step=none')
  expect(changeJobInstanceUrl('?step=201&compare=week', { step: null })).toBe('?compare=week')
  expect(changeJobInstanceUrl('?compare=week', { compared: null })).toBe('')
})

test('hosts that are looked for are named, and go along to a step', () => {
  expect(readJobInstanceUrl('?hosts=10.0.0.3&step=201').wanted).toEqual({
    name: '10.0.0.3',
    query: '?host=0%3A10.0.0.3',
  })
  expect(readJobInstanceUrl('?hosts=1+2').wanted).toEqual({ name: '1, 2', query: '?hosts=1+2' })
  expect(readJobInstanceUrl('?hosts=nobody').wanted).toBeNull()
})
