import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { localMatcher } from '../local-matcher.ts'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { createMeaningIndex } from '../meaning/meaning-index.ts'
import { createTextSearch } from '../search/text-search.ts'
import { createStyleIndex } from '../text/style-index.ts'
import { createLaidLog, type LaidLog } from './laid-log.ts'
import { fetchParts } from './late-part.ts'
import type { LogIndexes } from './log-indexes.ts'
import { type LineFilter, plainView, type ViewOptions } from './view-options.ts'
import type { LineRow, ViewRow } from './view-row.ts'

const encoder = new TextEncoder()

// Logs are laid out in one go here, with no moment in which a part could come.
beforeAll(fetchParts)

/** All there from the start: nothing has to be fetched first. */
function indexesOf(document: LogDocument): LogIndexes {
  return {
    document,
    meaning: createMeaningIndex(document),
    styles: createStyleIndex(document),
    openSearch: (query) => createTextSearch(document, query, localMatcher),
    closeSearch: (search) => search.close(),
    advanceSearches: () => true,
  }
}

/** Grows by pieces, with a little work after each; null: without any, and then to the end at once. */
function lay(pieces: readonly string[], options: ViewOptions, sliceMs: number | null): LaidLog {
  const document = createLogDocument()
  const version = document.beginVersion()
  const laid = createLaidLog(indexesOf(document), options)
  for (const piece of pieces) {
    version.write(encoder.encode(piece))
    if (sliceMs !== null) laid.advance(performance.now() + sliceMs)
  }
  while (!laid.isComplete) laid.advance(performance.now() + 1)
  laid.advance(Number.POSITIVE_INFINITY)
  return laid
}

function rowsOf(laid: LaidLog): readonly ViewRow[] {
  return laid.run(0, Number.MAX_SAFE_INTEGER).rows
}

function shownText(row: ViewRow): string {
  return row.kind === 'gap' ? `(${row.lineCount})` : row.segments.map(({ text }) => text).join('')
}

const query = { text: 'ERROR', isRegex: false, matchCase: true, wholeWord: false }
const filter: LineFilter = { query, minSeverity: null, contextLines: 0, inverse: false }

const line = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.constantFrom('one', 'two two', 'ERROR three', '请求失败 rc=2', '\u001b[31mred', ''),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom('##[group]first', '##[endgroup]', 'a\rab\rabc', '2026-11-22 10:00:00 INFO x'),
  },
  { weight: 1, arbitrary: fc.constantFrom(2100, 4200).map((times) => '一a'.repeat(times)) },
)
const pieces = fc.array(
  fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
    .map(([lines, isOpen]) => lines.join('\n') + (isOpen ? '' : '\n')),
  { maxLength: 5 },
)
const options: fc.Arbitrary<ViewOptions> = fc.record({
  detailCells: fc.constantFrom(4, 384),
  wrapColumns: fc.constantFrom(null, 3, 800),
  filter: fc.oneof(
    fc.constant(null),
    fc.record({
      query: fc.constantFrom(null, query),
      minSeverity: fc.constantFrom(null, 'info' as const, 'error' as const),
      contextLines: fc.nat(2),
      inverse: fc.boolean(),
    }),
  ),
  highlight: fc.constant(null),
  folds: fc.record({ isAllFolded: fc.boolean(), exceptLineIndexes: fc.subarray([0, 3, 6]) }),
  expandedLines: fc.subarray([0, 1, 4, 7]),
})

test('a log that grew by pieces is laid out as one that came whole', () => {
  fc.assert(
    fc.property(pieces, options, (parts, wanted) => {
      const grown = lay(parts, wanted, 0.2)
      const whole = lay([parts.join('')], wanted, null)
      expect(rowsOf(grown)).toEqual(rowsOf(whole))
      expect(grown.numbers()).toEqual(whole.numbers())
    }),
    { numRuns: 60 },
  )
})

test('every line is in rows of its own or in exactly one gap, and its shown text is all there', () => {
  fc.assert(
    fc.property(pieces, options, (parts, wanted) => {
      const laid = lay([parts.join('')], wanted, null)
      const rows = rowsOf(laid)
      const plain = rowsOf(lay([parts.join('')], plainView, null)) as readonly LineRow[]
      const seen = rows.flatMap((row) => {
        if (row.kind === 'gap')
          return Array.from({ length: row.lineCount }, (_, at) => row.firstLineIndex + at)
        return row.isLineStart ? [row.lineIndex] : []
      })
      expect(seen).toEqual(Array.from({ length: laid.numbers().lineCount }, (_, at) => at))
      const hidden = laid.numbers().hiddenLineCounts
      const inGaps = rows.reduce((sum, row) => sum + (row.kind === 'gap' ? row.lineCount : 0), 0)
      expect(hidden.filter + hidden.fold).toBe(inGaps)
      const textOf = (of: readonly ViewRow[], lineIndex: number): string =>
        of
          .filter((row) => row.kind === 'line' && row.lineIndex === lineIndex)
          .map(shownText)
          .join('')
      for (const row of rows) {
        if (row.kind === 'gap' || wanted.expandedLines.includes(row.lineIndex)) continue
        if (row.isLineStart) expect(textOf(rows, row.lineIndex)).toBe(textOf(plain, row.lineIndex))
      }
    }),
    { numRuns: 60 },
  )
})

test('a place is found in the row that shows it, and a hidden one in its gap', () => {
  fc.assert(
    fc.property(pieces, options, (parts, wanted) => {
      const laid = lay([parts.join('')], wanted, null)
      rowsOf(laid).forEach((row, rowIndex) => {
        if (row.kind === 'gap') {
          const lineIndex = row.firstLineIndex + row.lineCount - 1
          expect(laid.rowOf({ lineIndex, pieceIndex: 0, offset: 0 })).toBe(rowIndex)
        } else if (!wanted.expandedLines.includes(row.lineIndex)) {
          expect(laid.rowOf(row)).toBe(rowIndex)
          const end = row.offset + Math.max(0, shownText(row).length - 1)
          expect(laid.rowOf({ ...row, offset: end })).toBe(rowIndex)
        }
      })
    }),
    { numRuns: 60 },
  )
})

test('a filter shows matches with the lines around them, and says how many it hides', () => {
  const text = ['a', 'b', 'ERROR c', 'd', 'e', 'f', 'ERROR g', 'h'].join('\n')
  const shown = (part: Partial<LineFilter>) =>
    rowsOf(lay([text], { ...plainView, filter: { ...filter, ...part } }, null)).map(shownText)
  expect(shown({})).toEqual(['(2)', 'ERROR c', '(3)', 'ERROR g', '(1)'])
  expect(shown({ contextLines: 1 })).toEqual(['(1)', 'b', 'ERROR c', 'd', '(1)', 'f', 'ERROR g', 'h'])
  expect(shown({ inverse: true })).toEqual(['a', 'b', '(1)', 'd', 'e', 'f', '(1)', 'h'])
  expect(shown({ query: null, minSeverity: 'error' })).toEqual(shown({}))
  expect(shown({ query: { ...query, text: '(', isRegex: true } })).toEqual(text.split('\n'))
})

test('a folded section leaves its first line, and says how much is in it', () => {
  const text = ['a', '##[group]Setup', 'b', 'c', '##[endgroup]', 'd'].join('\n')
  const folds = { isAllFolded: true, exceptLineIndexes: [] }
  const laid = lay([text], { ...plainView, folds }, null)
  const rows = rowsOf(laid)
  expect(rows.map(({ kind }) => kind)).toEqual(['line', 'line', 'gap', 'line'])
  expect(rows[1]).toMatchObject({ section: { isFolded: true, lineCount: 3 } })
  expect(rows[2]).toEqual({ kind: 'gap', firstLineIndex: 2, lineCount: 3, reason: 'fold' })
  expect(laid.numbers().hiddenLineCounts).toEqual({ filter: 0, fold: 3 })
})

test('the head of a section that grows is told anew', () => {
  const document = createLogDocument()
  const version = document.beginVersion()
  const indexes = indexesOf(document)
  const laid = createLaidLog(indexes, plainView)
  const grow = (text: string): number => {
    version.write(encoder.encode(text))
    laid.advance(Number.POSITIVE_INFINITY)
    indexes.meaning.advance(Number.POSITIVE_INFINITY)
    return laid.takeChangedFrom()
  }
  const head = () => laid.run(1, 1).rows[0]
  grow('a\n##[group]Setup\nb\nc\n')
  expect(head()).toMatchObject({ section: { lineCount: 2 } })
  expect(grow('d\n##[endgroup]\n')).toBe(1)
  expect(head()).toMatchObject({ section: { lineCount: 4 } })
  expect(grow('e\nf\n')).toBeGreaterThan(1)
})

test('the states of an expanded line are rows of their own', () => {
  const text = 'a\n10%\r50%\r100%\nb'
  const rows = rowsOf(lay([text], { ...plainView, expandedLines: [1] }, null))
  expect(rows.map(shownText)).toEqual(['a', '10%', '50%', '100%', 'b'])
  const [plain] = lay([text], plainView, null).run(1, 1).rows
  expect(plain).toMatchObject({ overwrittenCount: 2 })
})

test('a very long line has rows of two hundred cells in each piece when not wrapped, and of the width when wrapped', () => {
  const text = `${'x'.repeat(20_000)}\nend`
  const plain = rowsOf(lay([text], plainView, null)) as readonly LineRow[]
  expect(plain.map(shownText).join('')).toBe(text.replace('\n', ''))
  const pieces = plain.map(({ lineIndex, pieceIndex }) => [lineIndex, pieceIndex].join())
  expect([...new Set(pieces)]).toEqual(['0,0', '0,1', '0,2', '1,0'])
  expect(plain).toHaveLength(41 + 41 + 19 + 1)
  expect(plain.map(({ isLineStart }) => isLineStart)).toEqual([true, ...Array(100).fill(false), true])
  expect(plain.map(({ isLineEnd }) => isLineEnd)).toEqual([...Array(100).fill(false), true, true])
  const wrapped = lay([text], { ...plainView, wrapColumns: 100 }, null)
  expect(wrapped.rowCount).toBe(82 + 82 + 37 + 1)
  expect(wrapped.rowOf({ lineIndex: 0, pieceIndex: 1, offset: 150 })).toBe(83)
})

test('a line of one piece is one row when not wrapped, however wide', () => {
  expect(lay([`${'x'.repeat(8192)}\nend`], plainView, null).rowCount).toBe(2)
})
