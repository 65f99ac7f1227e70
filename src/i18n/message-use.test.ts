import { expect, test } from 'vitest'
import { messageUse } from './message-use.fixture.ts'

test('every message is used', () => {
  const { all, unused } = messageUse()
  // A search that sees nothing would find nothing unused.
  expect(all.length).toBeGreaterThan(800)
  expect(unused).toEqual([])
  // A compiler at work: ten seconds alone, many times that beside six others.
}, 240_000)
