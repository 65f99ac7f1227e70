import type { LogDocument } from '../log-document.ts'
import type { RowRun } from '../protocol.ts'
import { createLayout } from './layout.ts'
import { createLineBreaker } from './line-breaker.ts'
import { createLinePieces } from './line-pieces.ts'
import type { ViewSnapshot } from './log-view.ts'
import { createPiecePlayer, noStyle } from './piece-player.ts'
import { createRowMaker } from './row-maker.ts'
import type { ViewOptions } from './view-options.ts'
import type { LinePlace } from './view-row.ts'
import { allLines } from './visible-lines.ts'

/** More rows than a tall screen shows. */
export const screenRows = 96

/** One text laid out one way, as far as it has come, and its rows as they are painted. */
export interface LaidLog {
  /** False for another text, and when the text was replaced since. */
  isOf(document: LogDocument): boolean
  readonly rowCount: number
  readonly laidOutLineCount: number
  numbers(): Omit<ViewSnapshot, 'layout' | 'options'>
  advance(untilMs: number): boolean
  takeChangedFrom(): number
  rowOf(place: LinePlace): number
  /** Rows `first` to `last`, both included, cut to those there are. */
  run(firstRowIndex: number, lastRowIndex: number): RowRun
}

export function createLaidLog(document: LogDocument, options: ViewOptions): LaidLog {
  const { revision } = document
  const piecesOf = createLinePieces(document)
  const player = createPiecePlayer(document, piecesOf, noStyle)
  const columns = options.wrapColumns
  const breaker = createLineBreaker(document, piecesOf, player, columns, options.expandedLines)
  const layout = createLayout(allLines(document), breaker, columns !== null)
  const makeRow = createRowMaker(breaker)
  return {
    isOf: (other) => other === document && other.revision === revision,
    get rowCount() {
      return layout.rowCount
    },
    get laidOutLineCount() {
      return layout.laidOutLineCount
    },
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
    takeChangedFrom: layout.takeChangedFrom,
    rowOf: layout.rowOf,
    run(firstRowIndex, lastRowIndex) {
      const from = Math.max(0, firstRowIndex)
      const count = Math.max(0, Math.min(lastRowIndex + 1, layout.rowCount) - from)
      return {
        firstRowIndex: from,
        rows: Array.from({ length: count }, (_, offset) => makeRow(layout.at(from + offset))),
      }
    },
  }
}

/** The changed part of the first and of the last screen. */
export function changedRuns(laid: LaidLog, changedFrom: number): readonly RowRun[] {
  const tailFrom = Math.max(changedFrom, laid.rowCount - screenRows)
  const headTo = Math.min(tailFrom, screenRows)
  const head = changedFrom < headTo ? [laid.run(changedFrom, headTo - 1)] : []
  const tail = tailFrom < laid.rowCount ? [laid.run(tailFrom, laid.rowCount - 1)] : []
  return [...head, ...tail]
}
