import type { SeverityRank } from '../meaning/severity-rank.ts'
import type { SearchQuery } from '../search/search-query.ts'
import type { TextSearch } from '../search/text-search.ts'
import { filterSieve } from './filter-sieve.ts'
import { createFoldedLines } from './folded-lines.ts'
import { createLayout } from './layout.ts'
import { createLineBreaker } from './line-breaker.ts'
import { createLinePieces } from './line-pieces.ts'
import type { LogIndexes } from './log-indexes.ts'
import type { ViewSnapshot } from './log-view.ts'
import { createPiecePlayer } from './piece-player.ts'
import { createRowMaker } from './row-maker.ts'
import type { RowRun } from './row-run.ts'
import { siftLines } from './sifted-lines.ts'
import { createUnsureRows } from './unsure-rows.ts'
import type { ViewOptions } from './view-options.ts'
import type { LinePlace, ViewRow } from './view-row.ts'
import { allLines, type VisibleLines } from './visible-lines.ts'

/** More rows than a tall screen shows. */
export const screenRows = 96
/** Rows at the end that are told of unasked while that is looked at, unless the page says how many it wants. */
export const usualEndRows = 288
/** As many as most screens show: the first are made before anything has warmed up, and somebody waits for them. */
export const firstScreenRows = 48

/** As in `LogOverview`, with the share from 0 to 1. Written over and over: a ruler asks for a thousand at once. */
export interface RowSum {
  matchCount: number
  severityRank: SeverityRank
  severityShare: number
}

/** One text laid out one way, as far as it has come, and its rows as they are painted. */
export interface LaidLog {
  /** False for another text, and when the text was replaced since. */
  isOf(indexes: LogIndexes): boolean
  readonly rowCount: number
  readonly laidOutLineCount: number
  /** All lines there are have their place. */
  readonly isComplete: boolean
  readonly visible: VisibleLines
  numbers(): Omit<ViewSnapshot, 'layout' | 'options'>
  /** Lays out more until `untilMs`. True: nothing to do until the log grows, or what is awaited has come. */
  advance(untilMs: number): boolean
  /** The first row that is another one than before, or may now look different; `rowCount` when none is. */
  takeChangedFrom(): number
  /** Rows were inserted or taken away above the end, since this was last asked. */
  takeUpheaval(): boolean
  rowOf(place: LinePlace): number
  rowAt(rowIndex: number): ViewRow
  /** Rows `first` to `last`, both included, cut to those there are. */
  run(firstRowIndex: number, lastRowIndex: number): RowRun
  /** Into `sum` goes what the lines of rows `firstRow` to before `endRow` hold. */
  sumUp(firstRow: number, endRow: number, sum: RowSum): void
  /** Marks the matches of another query, and tells rows apart up to another cell. */
  remark(query: SearchQuery | null, detailCells: number): void
  close(): void
}

export function createLaidLog(indexes: LogIndexes, options: ViewOptions): LaidLog {
  const { document, meaning } = indexes
  const { revision } = document
  const { visible, close: closeFilter } = visibleLines(indexes, options)
  const piecesOf = createLinePieces(document)
  const player = createPiecePlayer(document, piecesOf, indexes.styles)
  const columns = options.wrapColumns
  const breaker = createLineBreaker(document, piecesOf, player, columns, options.expandedLines)
  const layout = createLayout(visible, breaker, columns !== null)
  const makeRow = createRowMaker(breaker, meaning, options.folds)
  const unsure = createUnsureRows()
  let marked: TextSearch | null = options.highlight === null ? null : indexes.openSearch(options.highlight)

  let { detailCells } = options

  const rowAt = (rowIndex: number): ViewRow => {
    // A row that is wrapped ends within the window.
    const row = makeRow(
      layout.at(rowIndex),
      marked,
      columns === null ? detailCells : Number.POSITIVE_INFINITY,
    )
    if (row.kind === 'gap') return row
    const knownLineCount = meaning.state().scannedLineCount
    // The head of a section says how many lines it has, which is not known before its end.
    const isOpen = row.section !== null && meaning.sectionBeginningAt(row.lineIndex)?.isOpen === true
    if (isOpen || row.lineIndex >= knownLineCount) {
      unsure.add(rowIndex, Math.max(row.lineIndex, knownLineCount))
    }
    return row
  }

  return {
    isOf: (other) => other.document === document && document.revision === revision,
    get rowCount() {
      return layout.rowCount
    },
    get laidOutLineCount() {
      return layout.laidOutLineCount
    },
    get isComplete() {
      return layout.laidOutLineCount >= document.lineCount
    },
    visible,
    numbers: () => ({
      rowCount: layout.rowCount,
      lineCount: document.lineCount,
      byteLength: document.byteLength,
      complete: document.complete,
      revision: document.revision,
      laidOutLineCount: layout.laidOutLineCount,
      hiddenLineCounts: layout.hiddenLineCounts,
    }),
    advance: layout.advance,
    takeChangedFrom: () => Math.min(layout.takeChangedFrom(), unsure.take(meaning.state().scannedLineCount)),
    takeUpheaval: visible.takeUpheaval,
    rowOf: layout.rowOf,
    rowAt,
    run(firstRowIndex, lastRowIndex) {
      const from = Math.max(0, firstRowIndex)
      const count = Math.max(0, Math.min(lastRowIndex + 1, layout.rowCount) - from)
      return { firstRowIndex: from, rows: Array.from({ length: count }, (_, offset) => rowAt(from + offset)) }
    },
    sumUp(firstRow, endRow, sum) {
      const from = layout.lineOf(firstRow)
      const to = layout.lineOf(endRow - 1) + 1
      sum.matchCount = marked?.countBetween(from, to) ?? 0
      sum.severityRank = meaning.worstBetween(from, to)
      sum.severityShare = sum.severityRank === 0 ? 0 : meaning.shareBetween(from, to, sum.severityRank)
    },
    remark(query, cells) {
      const before = marked
      detailCells = cells
      marked = query === null ? null : indexes.openSearch(query)
      if (before !== null) indexes.closeSearch(before)
    },
    close() {
      if (marked !== null) indexes.closeSearch(marked)
      marked = null
      closeFilter()
    },
  }
}

interface OpenLines {
  readonly visible: VisibleLines
  readonly close: () => void
}

function visibleLines(indexes: LogIndexes, { filter, folds }: ViewOptions): OpenLines {
  const { document, meaning } = indexes
  const query = filter?.query ?? null
  const search = query === null ? null : indexes.openSearch(query)
  const sieve = filter === null ? null : filterSieve(filter, meaning, search)
  const folded = createFoldedLines(meaning, folds)
  const sifting = { sieve, contextLines: filter?.contextLines ?? 0, folds: folded }
  return {
    visible: sieve === null && folded === null ? allLines(document) : siftLines(document, sifting),
    close: () => {
      if (search !== null) indexes.closeSearch(search)
    },
  }
}
