import { expect, test } from 'vitest'
import { expressionOf, hasCaseBeyondAscii } from './expression.ts'
import { createTextMatcher } from './text-match.ts'

test.each([
  ['(a', 'not an expression', null],
  ['a)|(b', 'made whole by what is put around it', null],
  ['a|ab', 'x ab a abc', ['ab', 'a']],
  ['\\w+', 'ab,请求 cd', ['ab', 'cd']],
  // Only without the `u` flag: an escape that flag refuses.
  ['a\\-b', 'a-b xa-b 请a-b，a-b', ['a-b', 'a-b']],
])('whole words of the expression %s in "%s"', (text, shown, expected) => {
  const expression = expressionOf({ text, isRegex: true, matchCase: true, wholeWord: true })
  if (expected === null) expect(expression).toHaveProperty('message')
  else {
    expect(expression).toHaveProperty('source')
    const matches = 'source' in expression ? createTextMatcher(expression).find(shown) : []
    expect(matches.map(({ offset, length }) => shown.slice(offset, offset + length))).toEqual(expected)
  }
})

test.each([
  ['k', 'k K \u212a', 2],
  ['é', 'é É e', 2],
  ['请k', '请K 请k', 2],
  ['.*', 'a.* .*', 2],
])('the literal %s, upper and lower case alike, in "%s"', (text, shown, count) => {
  const expression = expressionOf({ text, isRegex: false, matchCase: false, wholeWord: false })
  expect('source' in expression && createTextMatcher(expression).count(shown)).toBe(count)
})

test('no letter outside ASCII is found by another one, unless it is said to have case', () => {
  const letters = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code))
  const caseless = letters.filter((letter) => letter > '\u007f' && !hasCaseBeyondAscii(letter))
  const ambiguous = caseless.filter(
    (letter) => letter.toLowerCase() + letter.toUpperCase() !== letter + letter,
  )
  expect(caseless.length).toBeGreaterThan(100_000)
  expect(ambiguous).toEqual([])
})

test.each([
  ['é', 'é e\u0301 e É E\u0301', true, ['é', 'e\u0301']],
  ['e\u0301', 'é e\u0301 e É E\u0301', false, ['é', 'e\u0301', 'É', 'E\u0301']],
  [
    '한글',
    '한글 \u1112\u1161\u11ab\u1100\u1173\u11af 한\u1100\u1173\u11af',
    true,
    ['한글', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한\u1100\u1173\u11af'],
  ],
  // Wide letters are other letters.
  ['ab', 'ab ａｂ', true, ['ab']],
  ['\u212b', 'Å A\u030a \u212b', true, ['Å', 'A\u030a', '\u212b']],
])('the literal %s, its letters composed or not', (text, shown, matchCase, expected) => {
  const expression = expressionOf({ text, isRegex: false, matchCase, wholeWord: false })
  const matches = 'source' in expression ? createTextMatcher(expression).find(shown) : []
  expect(matches.map(({ offset, length }) => shown.slice(offset, offset + length))).toEqual(expected)
})
