import { expect, test } from 'vitest'
import { typedLines } from './typed-lines.ts'

test.each([
  ['1,234', 1234, 1234],
  [' 12 345 ', 12_345, 12_345],
  ['12-40', 12, 40],
  ['40 – 12', 12, 40],
  ['１２３', 123, 123],
  ['１２～１４', 12, 14],
  ['0', 0, 0],
])('%s names lines', (text, first, last) => {
  expect(typedLines(text)).toEqual({ first, last })
})

test.each(['', '-5', 'abc', '1e3', '1.5', '12-', '1-2-3', '9'.repeat(13)])('%s names none', (text) => {
  expect(typedLines(text)).toBeNull()
})
