import { expect, test } from 'vitest'
import { isSameSelection, pickLine } from './line-selection.ts'

test('a pick chooses one line, an extending pick the lines between', () => {
  expect(pickLine({ first: 3, last: 9 }, 5, false)).toEqual({ first: 5, last: 5 })
  expect(pickLine(null, 5, true)).toEqual({ first: 5, last: 5 })
  expect(pickLine({ first: 5, last: 5 }, 9, true)).toEqual({ first: 5, last: 9 })
  expect(pickLine({ first: 5, last: 9 }, 2, true)).toEqual({ first: 2, last: 9 })
  expect(pickLine({ first: 5, last: 9 }, 7, true)).toEqual({ first: 5, last: 7 })
})

test('selections are compared by value', () => {
  expect(isSameSelection(null, null)).toBe(true)
  expect(isSameSelection({ first: 1, last: 2 }, { first: 1, last: 2 })).toBe(true)
  expect(isSameSelection({ first: 1, last: 2 }, null)).toBe(false)
})
