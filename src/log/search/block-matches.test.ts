import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../text/decode-text.ts'
import { playText } from '../text/play-text.ts'
import { blockExpression } from './block-expression.ts'
import { createBlockMatcher } from './block-matches.ts'
import { expressionText, logParts } from './search-model.fixture.ts'

const plain = new TextEncoder().encode('\nab 请k1\n'.repeat(150))
const flags = fc.constantFrom('gu', 'giu', 'g')

test('many lines at once have the matches that each of them has', () => {
  fc.assert(
    fc.property(logParts, fc.boolean(), expressionText, flags, (parts, isMostlyPlain, source, flags) => {
      const log = parts.flatMap((part) => [...part])
      // Lines with nothing special in most of a log: it is looked through another way then.
      const bytes = Uint8Array.from(isMostlyPlain ? [...log, ...plain, ...log] : log)
      const expected = linesOf(bytes).flatMap((line, index) => {
        const count = [...line.matchAll(new RegExp(source, flags))].filter(([match]) => match !== '').length
        return count === 0 ? [] : [index, count]
      })
      expect(createBlockMatcher({ source, flags }).countInLines(bytes)).toEqual(expected)
    }),
    { numRuns: 150 },
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
