import { expect, test } from 'vitest'
import { isOwnAddress } from './is-own-address.ts'

test.each([
  '/',
  '/biz/2/job-instances?q=a//b',
  '/node-man/jobs/1/instances/host%7C1#x',
  '/?url=https://a.example',
])('%j is an address of ours', (to) => expect(isOwnAddress(to)).toBe(true))

test.each([
  '',
  'biz/2',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '/..//evil.example',
  '/./\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
])('%j is none', (to) => {
  expect(isOwnAddress(to)).toBe(false)
})
