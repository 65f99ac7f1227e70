import { expect, test } from 'vitest'
import { indexAfterKey } from './list-keys.ts'

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['PageDown', 3, 8],
  ['PageUp', 3, 0],
  ['Home', 3, 0],
  ['End', 3, 9],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 8, 9],
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 0],
  ['a', 3, null],
])('%s at %d goes to %s of ten', (key, from, to) => expect(indexAfterKey(key, from, 10, 5)).toBe(to))

test('an empty list has nowhere to go', () => {
  expect(indexAfterKey('End', -1, 0, 5)).toBeNull()
})
