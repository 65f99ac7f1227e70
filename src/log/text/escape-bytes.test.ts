import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sequenceEnd } from './escape-bytes.ts'
import { readEscapeSequence } from './escape-sequence.ts'

const esc = '\u001b'
const encoder = new TextEncoder()

test.each([
  ['a colour', `${esc}[31mx`, 5],
  ['a private mode', `${esc}[?25lx`, 6],
  ['a title', `${esc}]0;a\u0007x`, 6],
  ['a title the other way', `${esc}]0;a${esc}\\x`, 7],
  ['a charset', `${esc}(Bx`, 3],
  ['a reset', `${esc}cx`, 2],
  ['nothing that is one', `${esc}[\u0001x`, 1],
  ['a colour cut off', `${esc}[31`, null],
  ['a title cut off', `${esc}]0;a`, null],
  ['a title whose end is cut off', `${esc}]0;a${esc}`, null],
  ['the escape alone', esc, null],
])('%s', (_, text, expected) => {
  expect(sequenceEnd(encoder.encode(text), 0, text.length)).toBe(expected)
})

test('bytes and text agree on every sequence that is whole', () => {
  const part = fc.constantFrom(
    '[',
    ']',
    'P',
    '8;;',
    '\u0007',
    `${esc}\\`,
    esc,
    '3',
    ';',
    '?',
    ' ',
    '(',
    'm',
    'B',
    '~',
    'x',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = esc + parts.join('')
      const whole = readEscapeSequence(text, 0)
      const end = sequenceEnd(encoder.encode(text), 0, text.length)
      fc.pre(whole !== null)
      expect(end).toBe(whole?.end)
    }),
    { numRuns: 2000 },
  )
})
