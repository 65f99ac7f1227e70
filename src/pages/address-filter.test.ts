import { expect, test } from 'vitest'
import { addressFilter } from './address-filter.ts'

test.each([
  '10.0.0.1;10.0.0.2',
  '"10.0.0.1"、"10.0.0.2:22"',
  '10.0.0.[1-2]',
  '[{"bk_cloud_id":0,"ip":"10.0.0.1"},{"bk_cloud_id":3,"ip":"10.0.0.2"}]',
  '0:10.0.0.1 3:10.0.0.2 10.0.0.1',
])('%s is two addresses', (text) => expect(addressFilter(text)).toBe('10.0.0.1 10.0.0.2'))

test('what names no host is asked for as it was written', () => {
  expect(addressFilter('10.0. web-01 2001:DB8::1')).toBe('10.0. web-01 2001:db8::1')
})

test('more than one question can name is refused, not cut', () => {
  expect(addressFilter('10.0.0.[1-254]')?.split(' ')).toHaveLength(254)
  expect(addressFilter('10.0.[0-255].[1-254]')).toBeNull()
})
