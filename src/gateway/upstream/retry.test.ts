import { expect, test } from 'vitest'
import { resetSeconds } from './retry.ts'

const now = Date.UTC(2026, 10, 21)

test.each([
  ['30', 30],
  ['0', 0],
  [String(now / 1000 + 45), 45],
  [String(now + 45_000), 45],
  [new Date(now + 45_000).toUTCString(), 45],
  [new Date(now - 45_000).toUTCString(), 0],
  [new Date(now + 200_000_000).toUTCString(), null],
  ['Sun, 99 Foo 2026 10:00:00 GMT', null],
  ['2026-11-22', null],
  ['99999999999999999', null],
  ['200000', null],
  ['-1', null],
  ['soon', null],
  ['', null],
])('a reset of %j is %s seconds', (stated, seconds) => {
  expect(resetSeconds(new Headers({ 'x-bkapi-ratelimit-reset': stated }), now)).toBe(seconds)
})
