import type { LogDocument } from '../log-document.ts'
import type { LinePiece } from '../text/line-pieces.ts'
import type { LinePieces } from './line-pieces.ts'
import { countWhere } from './row-counts.ts'

/** A piece of a line, and the first row of the line that shows it. */
interface PieceRows {
  readonly pieceIndex: number
  readonly firstRow: number
  readonly isLastPiece: boolean
}

/** Lines of several pieces, and in which rows of the line each piece is. */
export interface LongLines {
  /** Rows of a line; null when time ran out: the next call goes on from there. */
  count(lineIndex: number, untilMs: number): number | null
  find(lineIndex: number, rowOfLine: number): PieceRows
  /** A piece index beyond the end is taken as the last. */
  at(lineIndex: number, pieceIndex: number): PieceRows
}

interface LongLine {
  pieces: readonly LinePiece[]
  byteEnd: number
  /** Rows up to and with each piece counted so far. */
  readonly rowsTo: number[]
}

type CountPiece = (lineIndex: number, pieceIndex: number, bytes: () => Uint8Array) => number

export function createLongLines(
  document: LogDocument,
  piecesOf: LinePieces,
  countPiece: CountPiece,
): LongLines {
  const lines = new Map<number, LongLine>()

  const open = (lineIndex: number): LongLine => {
    const byteEnd = document.bounds(lineIndex)[1]
    const kept = lines.get(lineIndex)
    if (kept?.byteEnd === byteEnd) return kept
    const pieces = piecesOf(lineIndex)
    if (kept === undefined) {
      const made = { pieces, byteEnd, rowsTo: [] }
      lines.set(lineIndex, made)
      return made
    }
    // It grew: all pieces but the last are as they were.
    kept.rowsTo.length = Math.min(kept.rowsTo.length, Math.max(0, kept.pieces.length - 1))
    kept.pieces = pieces
    kept.byteEnd = byteEnd
    return kept
  }

  const count = (lineIndex: number, untilMs: number): number | null => {
    const { pieces, rowsTo } = open(lineIndex)
    for (let at = rowsTo.length; at < pieces.length; at += 1) {
      const { byteStart, byteEnd } = pieces[at] ?? { byteStart: 0, byteEnd: 0 }
      const rows = countPiece(lineIndex, at, () => document.read(byteStart, byteEnd))
      rowsTo.push((rowsTo.at(-1) ?? 0) + rows)
      if (performance.now() >= untilMs && at + 1 < pieces.length) return null
    }
    return rowsTo.at(-1) ?? 1
  }

  const piece = ({ pieces, rowsTo }: LongLine, pieceIndex: number): PieceRows => ({
    pieceIndex,
    firstRow: rowsTo[pieceIndex - 1] ?? 0,
    isLastPiece: pieceIndex === pieces.length - 1,
  })

  /** The line as it was counted: what came since is not in any row yet. */
  const counted = (lineIndex: number): LongLine => {
    const kept = lines.get(lineIndex)
    if (kept !== undefined) return kept
    count(lineIndex, Number.POSITIVE_INFINITY)
    return open(lineIndex)
  }

  return {
    count,
    find(lineIndex, rowOfLine) {
      const line = counted(lineIndex)
      const at = countWhere(line.rowsTo.length, (place) => (line.rowsTo[place] ?? 0) <= rowOfLine)
      return piece(line, Math.min(at, line.pieces.length - 1))
    },
    at(lineIndex, pieceIndex) {
      const line = counted(lineIndex)
      return piece(line, Math.max(0, Math.min(pieceIndex, line.pieces.length - 1)))
    },
  }
}
