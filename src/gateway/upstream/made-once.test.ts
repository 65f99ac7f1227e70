import { expect, test } from 'vitest'
import { createMadeOnce } from './made-once.ts'

test('of the same value the same is made once, of another or asked otherwise again', () => {
  const madeOnce = createMadeOnce<object>()
  const value = {}
  const first = madeOnce(value, 'a', () => ({}))
  expect(madeOnce(value, 'a', () => ({}))).toBe(first)
  expect(madeOnce(value, 'b', () => ({}))).not.toBe(first)
  expect(madeOnce({}, 'a', () => ({}))).not.toBe(first)
  expect(madeOnce(null, 'a', () => ({}))).not.toBe(madeOnce(null, 'a', () => ({})))
})
