import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternativeLiterals, requiredLiterals } from './expression-literals.ts'
import { expressionText } from './search-model.fixture.ts'

test.each([
  ['ERROR|WARN', ['ERROR', 'WARN']],
  ['(ERROR|WARN).*rc=3', ['ERROR', 'WARN']],
  ['(?:fatal|panic): .*seq=\\d+', ['fatal', 'panic']],
  ['a?b+cde*', ['cd']],
  ['(?:abc)?de', ['de']],
  ['(?!never)ok', ['ok']],
  ['abc|\\d+', []],
  ['\\d+$', []],
  ['a{2}bcd', ['bcd']],
  ['\\[info\\]', ['[info]']],
  ['x\\n', ['x']],
])('one of these is in every match of %s', (source, literals) => {
  expect(requiredLiterals(source)).toEqual(literals)
})

test.each([
  ['a|b', ['a', 'b']],
  ['(ab|c)', ['ab', 'c']],
  ['(?:a\\.b)', ['a.b']],
  ['(a)|(b)', null],
  ['a|', null],
  ['a+|b', null],
  ['\\d', null],
  ['^a', null],
])('nothing but texts: %s', (source, literals) => {
  expect(alternativeLiterals(source)).toEqual(literals)
})

test('whatever an expression matches holds what it is said to', () => {
  fc.assert(
    fc.property(expressionText, fc.stringMatching(/^[ab1k.é请求失败 [3]*$/), (source, text) => {
      const literals = requiredLiterals(source)
      if (literals.length === 0) return
      for (const [match] of text.matchAll(new RegExp(source, 'gu')))
        expect(literals.some((literal) => match.includes(literal))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
