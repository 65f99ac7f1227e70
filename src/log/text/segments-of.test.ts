import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLine } from './any-line.fixture.ts'
import { hostileLines } from './hostile-lines.fixture.ts'
import { playText } from './play-text.ts'
import type { RowSegment } from './row-segment.ts'
import { segmentsOf, type TextMatch } from './segments-of.ts'
import { applySgr } from './sgr.ts'
import { plainStyle } from './text-style.ts'

const esc = '\u001b'
const red = applySgr(plainStyle, '31')

function brief(segment: RowSegment): string {
  const label = segment.kind === 'mark' ? segment.label : segment.text
  return `${segment.kind} ${label} ${segment.cells}${segment.isWide ? ' wide' : ''}${segment.matchOffset === null ? '' : ` @${segment.matchOffset}`}`
}

function whole(text: string, matches: readonly TextMatch[] = []): readonly RowSegment[] {
  const played = playText(text)
  return segmentsOf(played, 0, played.text.length, matches)
}

test.each([
  ['plain text', 'hello', ['text hello 5']],
  ['nothing', '', []],
  [
    'kinds of characters',
    'a中文b✓éc',
    ['text a 1', 'text 中文 4 wide', 'text b 1', 'text ✓ 1 wide', 'text éc 2'],
  ],
  ['tabs', 'a\t\tb', ['text a 1', 'text \t 7 wide', 'text \t 8 wide', 'text b 1']],
  ['marks', 'a\u202e\u202eb', ['text a 1', 'mark U+202E 6 wide', 'mark U+202E 6 wide', 'text b 1']],
  ['a tab after a mark', '\u202e\tb', ['mark U+202E 6 wide', 'text \t 2 wide', 'text b 1']],
  ['a link', 'see http://a.example.', ['text see  4', 'link http://a.example 16', 'text . 1']],
])('%s', (_, text, expected) => {
  expect(whole(text).map(brief)).toEqual(expected)
})

test('styles, links and matches cut', () => {
  const text = `ab${esc}[31mcd${esc}[0mef`
  expect(
    whole(text, [
      { offset: 1, length: 2 },
      { offset: 5, length: 1 },
    ]).map(brief),
  ).toEqual(['text a 1', 'text b 1 @1', 'text c 1 @1', 'text d 1', 'text e 1', 'text f 1 @5'])
  expect(whole(text).map(({ style }) => style)).toEqual([plainStyle, red, plainStyle])
  const link = whole('http://a.example', [{ offset: 7, length: 1 }])
  expect(link.map(brief)).toEqual(['link http:// 7', 'link a 1 @7', 'link .example 8'])
  expect(new Set(link.map((segment) => (segment.kind === 'link' ? segment.href : '')))).toEqual(
    new Set(['http://a.example']),
  )
})

test('a part of a text knows the style, the link and the match that began before it', () => {
  const played = playText(`${esc}[31m--http://a.example/123 中`)
  const part = segmentsOf(played, 10, 20, [{ offset: 4, length: 8 }])
  expect(part.map(brief)).toEqual(['link .e 2 @4', 'link xample/1 8'])
  expect(part[0]).toMatchObject({ style: red, href: 'http://a.example/123', isNamed: false })
})

test('a cluster is never cut: it belongs to the match that touches it', () => {
  expect(whole('xe\u0301y', [{ offset: 2, length: 1 }]).map(brief)).toEqual([
    'text x 1',
    'text e\u0301 1 wide @2',
    'text y 1',
  ])
  expect(whole('👨‍👩‍👧👍', [{ offset: 3, length: 2 }]).map(brief)).toEqual([
    'text 👨‍👩‍👧 2 wide @3',
    'text 👍 2 wide',
  ])
})

const forbidden = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

function isOdd(segment: RowSegment): boolean {
  if (segment.cells < 1) return true
  if (segment.kind === 'link' && !/^https?:\/\/[^\s"<>]+$/i.test(segment.href)) return true
  return segment.kind !== 'mark' && segment.text !== '\t' && forbidden.test(segment.text)
}

const anyMatches = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 })), { maxLength: 10 })
  .map((pairs) => {
    let end = 0
    return pairs.map(([gap, length]) => {
      const offset = end + gap
      end = offset + length
      return { offset, length }
    })
  })

test('beyond the detail only matches and marks are told apart, and nothing else is different', () => {
  const line = fc.oneof(anyLine, fc.constantFrom(...hostileLines))
  fc.assert(
    fc.property(line, anyMatches, fc.nat(30), (text, matches, detailCells) => {
      const played = playText(text)
      const all = segmentsOf(played, 0, played.text.length, matches)
      const cut = segmentsOf(played, 0, played.text.length, matches, detailCells)
      expect(cut.map((segment) => segment.text).join('')).toBe(played.text)
      expect(cellsOf(cut)).toBe(cellsOf(all))
      expect(cut.filter(isTold)).toEqual(all.filter(isTold))
      const first = cut.findIndex(({ kind }) => kind === 'rest')
      const detailed = first === -1 ? cut : cut.slice(0, first)
      expect(detailed).toEqual(all.slice(0, detailed.length))
      if (first !== -1) expect(cellsOf(detailed)).toBeGreaterThanOrEqual(detailCells)
      else expect(cut).toEqual(all)
    }),
    { numRuns: 500 },
  )
  const long = '词1'.repeat(2000)
  const rows = segmentsOf(playText(long), 0, long.length, [], 300)
  expect(rows.map(brief).slice(-2)).toEqual(['text 1 1', `rest ${'词1'.repeat(1900)} 5700 wide`])
})

const isTold = ({ kind, matchOffset }: RowSegment): boolean => kind === 'mark' || matchOffset !== null

function cellsOf(segments: readonly RowSegment[]): number {
  return segments.reduce((sum, { cells }) => sum + cells, 0)
}

test('whatever the line: texts join to the shown text, nothing is hidden, links are web addresses', () => {
  const line = fc.oneof(anyLine, fc.constantFrom(...hostileLines))
  fc.assert(
    fc.property(line, anyMatches, (text, matches) => {
      const played = playText(text)
      const segments = segmentsOf(played, 0, played.text.length, matches)
      expect(segments.map((segment) => segment.text).join('')).toBe(played.text)
      expect(segments.filter(isOdd)).toEqual([])
      const lastMatch = matches.findLast(({ offset }) => offset < played.text.length)
      const seen = new Set(segments.map(({ matchOffset }) => matchOffset))
      if (lastMatch !== undefined && segments.every(({ isWide }) => !isWide)) {
        expect(seen).toContain(lastMatch.offset)
      }
    }),
    { numRuns: 500 },
  )
})
