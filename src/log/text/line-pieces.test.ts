import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { anyBytes } from './any-line.fixture.ts'
import { decodeText } from './decode-text.ts'
import { overwrittenBytes, pieceBytes, piecesOf } from './line-pieces.ts'
import { playText } from './play-text.ts'

function documentOf(bytes: Uint8Array): LogDocument {
  const document = createLogDocument()
  document.beginVersion().write(bytes)
  return document
}

function documentWith(text: string): LogDocument {
  return documentOf(new TextEncoder().encode(text))
}

function textsOf(document: LogDocument, lineIndex = 0): string[] {
  return piecesOf(document, lineIndex).map(({ byteStart, byteEnd }) =>
    decodeText(document.read(byteStart, byteEnd)),
  )
}

test('a short line is one piece, an empty one too', () => {
  const document = documentWith('one\n\nthree\r\n')
  expect(piecesOf(document, 1)).toEqual([{ byteStart: 4, byteEnd: 4 }])
  expect(piecesOf(document, 2)).toEqual([{ byteStart: 5, byteEnd: 10 }])
})

test('a long line is cut between characters', () => {
  const text = `x${'中'.repeat(10_000)}`
  const pieces = textsOf(documentWith(text))
  expect(pieces.map((piece) => new TextEncoder().encode(piece).length)).toEqual([8191, 8190, 8190, 5430])
  expect(pieces.join('')).toBe(text)
})

test.each([
  ['a colour', '\u001b[38;2;100;100;100m'],
  ['a link', '\u001b]8;;http://a.example/\u0007'],
  ['a link the other way', '\u001b]8;;http://a.example/\u001b\\'],
  ['a charset', '\u001b(B'],
])('a cut does not go through %s', (_, sequence) => {
  for (let before = pieceBytes - sequence.length - 1; before <= pieceBytes; before += 1) {
    const text = 'x'.repeat(before) + sequence + 'y'.repeat(100)
    const shown = textsOf(documentWith(text)).map((piece) => playText(piece).text)
    expect(shown).toHaveLength(2)
    expect(shown.join('')).toBe('x'.repeat(before) + 'y'.repeat(100))
  }
})

test('pieces follow one another, none is too long, and they decode to the same text', () => {
  const long = fc
    .tuple(fc.integer({ min: pieceBytes - 80, max: pieceBytes + 80 }), anyBytes, anyBytes, fc.nat(3))
    .map(([size, first, second, times]) => {
      const part = [...new Uint8Array(size).fill(120), ...first, ...second]
      return Uint8Array.from(Array.from({ length: times + 1 }, () => part).flat())
    })
  fc.assert(
    fc.property(long, (bytes) => {
      const document = documentOf(bytes)
      const [start, end] = document.bounds(0)
      const pieces = piecesOf(document, 0)
      expect(pieces[0]?.byteStart).toBe(start)
      expect(pieces.at(-1)?.byteEnd).toBe(end)
      pieces.forEach(({ byteStart, byteEnd }, index) => {
        if (index > 0) expect(byteStart).toBe(pieces[index - 1]?.byteEnd)
        if (pieces.length > 1) expect(byteEnd - byteStart).toBeLessThanOrEqual(pieceBytes)
        expect(byteEnd).toBeGreaterThan(byteStart)
      })
      expect(textsOf(document).join('')).toBe(decodeText(document.read(start, end)))
    }),
  )
})

test('all pieces but the last stay when the line grows', () => {
  const bytes = new TextEncoder().encode('中文 \u001b[31mred\u001b[0m plain '.repeat(2000))
  const whole = piecesOf(documentOf(bytes), 0)
  for (const length of [9_000, 16_390, 20_000, 33_333]) {
    const part = piecesOf(documentOf(bytes.subarray(0, length)), 0)
    expect(part.slice(0, -1)).toEqual(whole.slice(0, part.length - 1))
  }
})

function progress(states: number): string {
  return Array.from(
    { length: states },
    (_, index) => `\r${index} of ${states} ${'#'.repeat(index % 60)}`,
  ).join('')
}

test('a progress bar is one piece, which shows its end', () => {
  const text = `starting a long way to the right of all states\u001b[K${progress(10_000)}`
  const [piece, ...others] = textsOf(documentWith(text))
  expect(others).toEqual([])
  expect(piece).toBe(text)
  expect(playText(text)).toMatchObject({ overwrittenCount: 10_000 })
})

test('of a huge progress bar the last states are played, and show the same', () => {
  const text = progress(40_000)
  expect(text.length).toBeGreaterThan(overwrittenBytes)
  const [piece = ''] = textsOf(documentWith(text))
  expect(piece.length).toBeLessThanOrEqual(overwrittenBytes)
  expect(piece.length).toBeGreaterThan(overwrittenBytes - pieceBytes)
  expect(playText(piece).text).toBe(playText(text).text)
})

test('a long line with a return somewhere is no progress bar: nothing of it is hidden', () => {
  const text = `${'x'.repeat(20_000)}\r${'y'.repeat(20_000)}`
  expect(textsOf(documentWith(text)).join('')).toBe(text)
})
