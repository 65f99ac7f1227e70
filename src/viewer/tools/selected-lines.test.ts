import { expect, test } from 'vitest'
import { rangeOfLines, spannedLines } from './selected-lines.ts'

const at = (lineIndex: number, offset = 0) => ({ lineIndex, pieceIndex: 0, offset })

test('lines a range has a part of are counted, and none that is not there', () => {
  expect(spannedLines({ from: at(2, 3), to: at(5, 1) }, 10)).toBe(4)
  expect(spannedLines({ from: at(2), to: at(5) }, 10)).toBe(3)
  expect(spannedLines({ from: at(2), to: at(2) }, 10)).toBe(1)
  const lines = (first: number, last: number) => rangeOfLines({ first, last })
  expect([lines(3, 6), lines(3, 99), lines(11, 12)].map((range) => range && spannedLines(range, 10))).toEqual(
    [4, 8, 0],
  )
  expect(rangeOfLines(null)).toBeNull()
})
