import { expect, test } from 'vitest'
import { readJobInstanceAddress } from './url.ts'

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
