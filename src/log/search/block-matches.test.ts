import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../text/decode-text.ts'
import { playText } from '../text/play-text.ts'
import { blockExpression } from './block-expression.ts'
import { createBlockMatcher } from './block-matches.ts'
import { expressionText, logParts } from './search-model.fixture.ts'

test('many lines at once have the matches that each of them has', () => {
  fc.assert(
    fc.property(logParts, expressionText, fc.constantFrom('gu', 'giu', 'g'), (parts, source, flags) => {
      const bytes = Uint8Array.from(parts.flatMap((part) => [...part]))
      const expected = linesOf(bytes).flatMap((line, index) => {
        const count = [...line.matchAll(new RegExp(source, flags))].filter(([match]) => match !== '').length
        return count === 0 ? [] : [index, count]
      })
      expect(createBlockMatcher({ source, flags }).countInLines(bytes)).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

/** Line by line, as the log shows them. */
function linesOf(bytes: Uint8Array): readonly string[] {
  return decodeText(bytes)
    .split(/\r?\n/)
    .map((line) => playText(line).text)
}

test('an expression with parts of tomorrow is left to be tried line by line', () => {
  expect(blockExpression({ source: 'a(?-s:.)b', flags: 'gu' })).toBe(null)
})
