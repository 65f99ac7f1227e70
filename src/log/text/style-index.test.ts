import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { anyBytes } from './any-line.fixture.ts'
import { decodeText } from './decode-text.ts'
import { playText } from './play-text.ts'
import { applySgr } from './sgr.ts'
import { createStyleIndex } from './style-index.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

const esc = '\u001b'
const red = applySgr(plainStyle, '31')
const encoder = new TextEncoder()

function documentOf(bytes: Uint8Array): LogDocument {
  const document = createLogDocument()
  document.beginVersion().write(bytes)
  return document
}

/** The style before each line, as playing all lines from the top tells it. */
function stylesOf(document: LogDocument): TextStyle[] {
  let style = plainStyle
  return Array.from({ length: document.lineCount }, (_, line) => {
    const before = style
    style = playText(decodeText(document.read(...document.bounds(line))), style).endStyle
    return before
  })
}

test('every line begins as if all before it had been played', () => {
  const filler = fc.constantFrom(0, 0, 0, 300, 65_000, 65_530).map((size) => new Uint8Array(size).fill(120))
  const line = fc.tuple(filler, anyBytes).map(([first, second]) => [...first, ...second, 10])
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.boolean(), (lines, isScanned) => {
      const document = documentOf(Uint8Array.from(lines.flat()))
      const index = createStyleIndex(document)
      if (isScanned) expect(index.advance(Number.POSITIVE_INFINITY)).toBe(true)
      const expected = stylesOf(document)
      const indexes = expected.map((_, at) => at)
      for (const at of isScanned ? [...indexes].reverse() : indexes) {
        if (isScanned || document.bounds(at)[0] < 256 * 1024) expect(index.before(at)).toBe(expected[at])
      }
    }),
    { numRuns: 40 },
  )
})

test('a colour far above is known once the lines between have been looked at', () => {
  const document = documentOf(encoder.encode(`${esc}[31m\n${'plain\n'.repeat(100_000)}`))
  const index = createStyleIndex(document)
  expect(index.before(10)).toBe(red)
  expect(index.before(100_000)).toBe(plainStyle)
  expect(index.advance(0)).toBe(false)
  expect(index.advance(Number.POSITIVE_INFINITY)).toBe(true)
  expect(index.before(100_000)).toBe(red)
})

test('goes on where it was when the log grows, and over a sequence that came in two parts', () => {
  const document = createLogDocument()
  const version = document.beginVersion()
  const index = createStyleIndex(document)
  version.write(encoder.encode(`a\nb${esc}[3`))
  index.advance(Number.POSITIVE_INFINITY)
  expect(index.before(1)).toBe(plainStyle)
  version.write(encoder.encode('1mc\nd\n'))
  index.advance(Number.POSITIVE_INFINITY)
  expect(index.before(2)).toBe(red)
  expect(index.at(document.bounds(1)[1] - 1)).toBe(red)
})

test('starts over when another text took the place', () => {
  const document = documentOf(encoder.encode(`${esc}[31mone\ntwo\n`))
  const index = createStyleIndex(document)
  index.advance(Number.POSITIVE_INFINITY)
  expect(index.before(1)).toBe(red)
  document.beginVersion().write(encoder.encode('other\ntwo\nthree\n'))
  expect(index.before(1)).toBe(plainStyle)
})

test('a sequence of many parameters on the border of what is looked at', () => {
  const long = `${esc}[${'1;'.repeat(3000)}31m`
  const text = `${'x'.repeat(65_530)}${long}\n${'y'.repeat(65_536 * 2)}\nz`
  const index = createStyleIndex(documentOf(encoder.encode(text)))
  index.advance(Number.POSITIVE_INFINITY)
  expect(index.before(1)).toBe(applySgr(plainStyle, '1;31'))
  expect(index.before(2)).toBe(applySgr(plainStyle, '1;31'))
})
