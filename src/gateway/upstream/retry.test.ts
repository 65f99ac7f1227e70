import { expect, test } from 'vitest'
import { resetSeconds } from './retry.ts'

const now = Date.UTC(2026, 10, 21)

test.each([
  ['30', 30],
  ['0', 0],
  [String(now / 1000 + 45), 45],
  [String(now + 45_000), 45],
  ['99999999999999999', null],
  ['200000', null],
  ['-1', null],
  ['soon', null],
  ['', null],
])('a reset of %j is %s seconds', (stated, seconds) => {
  expect(resetSeconds(new Headers({ 'x-bkapi-ratelimit-reset': stated }), now)).toBe(seconds)
})
