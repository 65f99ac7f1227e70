import { expect, test } from 'vitest'
import { preferredEncoding } from './accept-encoding.ts'

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0.1, gzip', 'gzip'],
  ['br; q=0.5, gzip;q=0.4', 'br'],
  ['br;q=0, gzip;q=0', null],
  ['gzip;q=0, *', 'br'],
  ['*;q=0', null],
  ['br;q=0, *;q=0.5', 'gzip'],
  ['identity, br;q=0.5', null],
  ['identity;q=0.5, gzip;q=1.0', 'gzip'],
  ['gzip;q=nonsense', null],
  ['gzip;level=1;q=0', null],
  ['gzip;level=1;q=0.5, br;q=0.1', 'gzip'],
  ['xbr, gzipped', null],
  ['', null],
])('%s: %s', (accepted, encoding) => {
  const headers = new Headers({ 'accept-encoding': accepted })
  expect(preferredEncoding({ headers }, ['br', 'gzip'])).toBe(encoding)
})

test('who says nothing gets it as it is', () => {
  expect(preferredEncoding({ headers: new Headers() }, ['br', 'gzip'])).toBeNull()
})
