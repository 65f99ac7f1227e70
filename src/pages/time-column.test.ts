import { expect, test } from 'vitest'
import { sharedZone } from './time-column.ts'

/** Summer from moment 10 on. */
const berlin = { zone: (at: number | null | undefined) => ((at ?? 0) >= 10 ? 'GMT+2' : 'GMT+1') }

test('a zone is said once when all share it, and not at all when the clocks changed between', () => {
  expect(sharedZone([1, null, 9], berlin)).toBe('GMT+1')
  expect(sharedZone([9, 10], berlin)).toBeNull()
  expect(sharedZone([null], berlin)).toBe('GMT+2')
})
