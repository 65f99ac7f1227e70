import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countInPieces, findInPiece, joinPieces, type PieceCount } from './piece-matches.ts'
import { createTextMatcher } from './text-match.ts'

/*
 * A line in pieces, looked through window by window: what the engine finds in the line as a whole.
 */

const pieces = fc.array(fc.stringMatching(/^[ab 1é]{0,6}$/), { minLength: 1, maxLength: 12 })
const source = fc.constantFrom(
  ...[
    '^[a-z]',
    'b$',
    '\\bab\\b',
    '\\B1',
    'a+',
    'ab|ba',
    '(?<=a)b',
    'a(?!b)',
    '.{5}',
    '[^1]+',
    '\\d+$',
    'a*?b',
    'é ',
  ],
)

test('windows of a line have the matches of the line, by the pieces they begin in', () => {
  fc.assert(
    fc.property(pieces, source, fc.integer({ min: 1, max: 4 }), (texts, expression, size) => {
      const { pattern } = createTextMatcher({ source: expression, flags: 'gu' })
      const line = joinPieces(texts)
      const found: PieceCount[] = []
      let taken = 0
      for (let from = 0; from < texts.length; from += size) {
        const counted = countInPieces(pattern, line, [from, Math.min(from + size, texts.length)], taken)
        found.push(...counted.counts)
        taken = counted.taken
      }
      const ofPiece = (index: number) => found.find(({ pieceIndex }) => pieceIndex === index)
      const actual = texts.flatMap((_, index) =>
        findInPiece(pattern, line, index, ofPiece(index)?.reach ?? 0).map(({ offset, length }) => [
          (line.starts[index] ?? 0) + offset,
          length,
        ]),
      )
      const expected = [...line.text.matchAll(new RegExp(expression, 'gu'))]
        .filter(([match]) => match !== '')
        .map((match) => [match.index, match[0].length])
      expect(actual).toEqual(expected)
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length)
      expect(found.map(({ reach }) => reach).every((reach) => reach <= 6)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('an expression that would look for the same end from every place looks for it once', () => {
  const { pattern } = createTextMatcher({ source: '.*x.*y', flags: 'gu' })
  // Tried from each of a million places, this would take longer than anybody waits.
  const line = joinPieces(['xy', 'a'.repeat(1_000_000)])
  expect(countInPieces(pattern, line, [0, 2], 0).counts).toEqual([{ pieceIndex: 0, count: 1, reach: 0 }])
})
