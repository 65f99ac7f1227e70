import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBytes, anyLine } from './any-line.fixture.ts'
import { breakRows } from './break-rows.ts'
import { countRows } from './count-rows.ts'
import { decodeText } from './decode-text.ts'
import { hostileLines } from './hostile-lines.fixture.ts'
import { playText } from './play-text.ts'
import { segmentsOf } from './segments-of.ts'

const esc = '\u001b'

function rowsOf(text: string, columns: number): string[] {
  const starts = breakRows(playText(text), columns)
  return starts.map((start, index) => playText(text).text.slice(start, starts[index + 1]))
}

test.each([
  ['nothing', '', 4, ['']],
  ['a row that is just full', 'abcd', 4, ['abcd']],
  ['one more', 'abcde', 4, ['abcd', 'e']],
  ['wide characters move whole', 'abc中文d', 4, ['abc', '中文', 'd']],
  ['colours take no room', `ab${esc}[31mcd${esc}[0m`, 4, ['abcd']],
  ['an emoji of many parts', 'abc👨‍👩‍👧', 4, ['abc', '👨‍👩‍👧']],
  ['an accent stays with its letter', 'abcde\u0301f', 5, ['abcde\u0301', 'f']],
  ['a tab up to the next eight', 'a\tbc', 10, ['a\tbc']],
  ['a tab that does not fit', 'abcdefghi\tj', 12, ['abcdefghi', '\tj']],
  ['a mark takes its label', 'ab\u202ecd', 8, ['ab\u202e', 'cd']],
  ['what is wider than a row', '中文', 1, ['中', '文']],
  ['a tab wider than a row', 'a\tb', 4, ['a', '\t', 'b']],
  ['the final state only', 'abcdefgh\rx\u001b[K', 4, ['x']],
])('rows: %s', (_, text, columns, expected) => {
  expect(rowsOf(text, columns)).toEqual(expected)
  expect(countRows(new TextEncoder().encode(text), columns)).toBe(expected.length)
})

test('rows hold what fits, and as much as does', () => {
  fc.assert(
    fc.property(anyLine, fc.integer({ min: 1, max: 30 }), (text, columns) => {
      const played = playText(text)
      const starts = breakRows(played, columns)
      const rows = starts.map((start, index) =>
        segmentsOf(played, start, starts[index + 1] ?? played.text.length, []),
      )
      const cells = rows.map((row) => row.reduce((sum, segment) => sum + segment.cells, 0))
      rows.forEach((row, index) => {
        const isAlone = row.length === 1 && breakRows(playText(row[0]?.text ?? ''), 1).length === 1
        if (!isAlone) expect(cells[index]).toBeLessThanOrEqual(columns)
        const first = rows[index + 1]?.[0]
        if (first !== undefined) expect((cells[index] ?? 0) + 8).toBeGreaterThan(columns)
      })
      expect(
        rows
          .flat()
          .map((segment) => segment.text)
          .join(''),
      ).toBe(played.text)
    }),
    { numRuns: 500 },
  )
})

test('rows are counted in bytes as they are broken in text', () => {
  fc.assert(
    fc.property(anyBytes, fc.integer({ min: 1, max: 100 }), (bytes, columns) => {
      expect(countRows(bytes, columns)).toBe(breakRows(playText(decodeText(bytes)), columns).length)
    }),
    { numRuns: 2000 },
  )
  for (const line of hostileLines) {
    const bytes = new TextEncoder().encode(line)
    expect(countRows(bytes, 80)).toBe(breakRows(playText(decodeText(bytes)), 80).length)
  }
})

test('every character there is takes as many rows in bytes as in text', () => {
  const odd: number[] = []
  for (let code = 0; code < 0x20000; code += 1) {
    if (code === 10 || (code >= 0xd800 && code < 0xe000)) continue
    const text = `ab${String.fromCodePoint(code)}cd${String.fromCodePoint(code)}`
    const rows = breakRows(playText(text), 3).length
    if (countRows(new TextEncoder().encode(text), 3) !== rows) odd.push(code)
  }
  expect(odd).toEqual([])
})
