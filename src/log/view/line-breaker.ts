import type { LogDocument } from '../log-document.ts'
import { countRows } from '../text/count-rows.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import type { LinePieces } from './line-pieces.ts'
import { createLongLines } from './long-lines.ts'
import type { PiecePlayer, PlayedState } from './piece-player.ts'
import { countWhere } from './row-counts.ts'
import type { LinePlace } from './view-row.ts'

/** What one row of a line shows: a part of the shown text of a piece (or of an earlier state of it). */
interface RowPart {
  readonly pieceIndex: number
  readonly state: PlayedState
  readonly from: number
  readonly to: number
  readonly isLineStart: boolean
  readonly isLineEnd: boolean
  /** All states of the line are shown. */
  readonly isExpanded: boolean
  /** Of a state that was written over: no place and no match is in it. */
  readonly isEarlierState: boolean
}

/** Knows how the text of each line is broken into rows. */
export interface LineBreaker {
  /** How many of the lines from `lineIndex` on, at most `count`, take one row each without being looked at. */
  oneRowRun(lineIndex: number, count: number): number
  /** Rows a line takes; null when time ran out on a very long one: ask again, it goes on from there. */
  countRows(lineIndex: number, untilMs: number): number | null
  partAt(lineIndex: number, rowOfLine: number): RowPart
  /** The row of its line that shows a place. */
  rowOf(place: LinePlace): number
}

/** Lines whose beginnings lie this close together hold no long one: so many are passed over with one look. */
const strideLines = 32

/**
 * Cells of a row of a line of several pieces when nothing is wrapped: as many as a wide window shows. Each wide character
 * among others is an element of its own for the page to lay out, and beyond the edge nobody sees them: a screen of Chinese
 * words and numbers took 130 ms in rows of a thousand cells.
 */
const longLineColumns = 200

/** Rows of `columns` cells; null: a row for each line, but several for one of several pieces. */
export function createLineBreaker(
  document: LogDocument,
  piecesOf: LinePieces,
  player: PiecePlayer,
  columns: number | null,
  expandedLines: readonly number[],
): LineBreaker {
  const expanded = new Set(expandedLines)
  const lastExpanded = Math.max(-1, ...expandedLines)
  const longLines = createLongLines(document, piecesOf, (lineIndex, pieceIndex, bytes) =>
    expanded.has(lineIndex)
      ? rowsOfStates(lineIndex, pieceIndex)
      : countRows(bytes(), columns ?? longLineColumns),
  )

  const columnsOf = (lineIndex: number): number | null =>
    columns ?? (isLong(lineIndex) ? longLineColumns : null)
  const statesAt = (lineIndex: number, pieceIndex: number): readonly PlayedState[] =>
    expanded.has(lineIndex)
      ? player.states(lineIndex, pieceIndex, columnsOf(lineIndex))
      : [player.state(lineIndex, pieceIndex, columnsOf(lineIndex))]
  const rowsOfStates = (lineIndex: number, pieceIndex: number): number =>
    statesAt(lineIndex, pieceIndex).reduce((rows, { starts }) => rows + starts.length, 0)

  const isLong = (lineIndex: number): boolean => {
    if (!mayBeLong(lineIndex, 1)) return false
    const [start, end] = document.bounds(lineIndex)
    return end - start > pieceBytes
  }

  const mayBeLong = (lineIndex: number, count: number): boolean =>
    document.lineStart(lineIndex + count) - document.lineStart(lineIndex) > pieceBytes

  const oneRowRun = (lineIndex: number, count: number): number => {
    if (columns !== null || lineIndex <= lastExpanded) return 0
    let run = 0
    while (run < count) {
      const stride = Math.min(strideLines, count - run)
      if (!mayBeLong(lineIndex + run, stride)) run += stride
      else if (!mayBeLong(lineIndex + run, 1)) run += 1
      else break
    }
    return run
  }

  return {
    oneRowRun,
    countRows(lineIndex, untilMs) {
      const [start, end] = document.bounds(lineIndex)
      if (end - start > pieceBytes) return longLines.count(lineIndex, untilMs)
      if (lineIndex <= lastExpanded && expanded.has(lineIndex)) return rowsOfStates(lineIndex, 0)
      return columns === null ? 1 : countRows(document.read(start, end), columns)
    },
    partAt(lineIndex, rowOfLine) {
      const long = isLong(lineIndex) ? longLines.find(lineIndex, rowOfLine) : null
      const pieceIndex = long?.pieceIndex ?? 0
      const states = statesAt(lineIndex, pieceIndex)
      let row = rowOfLine - (long?.firstRow ?? 0)
      let at = 0
      while (at < states.length - 1 && row >= (states[at]?.starts.length ?? 0)) {
        row -= states[at]?.starts.length ?? 0
        at += 1
      }
      const state = states[at] ?? player.state(lineIndex, pieceIndex, columnsOf(lineIndex))
      return {
        pieceIndex,
        state,
        from: state.starts[row] ?? state.played.text.length,
        to: state.starts[row + 1] ?? state.played.text.length,
        isLineStart: rowOfLine === 0,
        isLineEnd: (long?.isLastPiece ?? true) && at === states.length - 1 && row >= state.starts.length - 1,
        isExpanded: expanded.has(lineIndex),
        isEarlierState: at < states.length - 1,
      }
    },
    rowOf({ lineIndex, pieceIndex, offset }) {
      const long = isLong(lineIndex) ? longLines.at(lineIndex, pieceIndex) : null
      const piece = long?.pieceIndex ?? 0
      // A place is in the text as it finally stands: the last of the states.
      const states = statesAt(lineIndex, piece)
      const before = states.slice(0, -1).reduce((rows, { starts }) => rows + starts.length, 0)
      const starts = states.at(-1)?.starts ?? []
      const row = Math.max(0, countWhere(starts.length, (at) => (starts[at] ?? 0) <= offset) - 1)
      return (long?.firstRow ?? 0) + before + row
    },
  }
}
