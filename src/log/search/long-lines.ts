import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { type LinePiece, pieceBytes, piecesOf } from '../text/line-pieces.ts'
import { shownText } from './shown-text.ts'

/** A piece of a line. */
export interface PiecePlace {
  readonly lineIndex: number
  readonly pieceIndex: number
}

/**
 * Pieces of a line that are looked through together, and what stands around them, so that matches are found across
 * the borders of pieces and nothing takes a border for the edge of the line.
 */
export interface LineWindow {
  readonly lineIndex: number
  /** The first piece looked through, and the one after the last. */
  readonly from: number
  readonly to: number
  /** No piece of the line comes after it. */
  readonly isLast: boolean
  /** The pieces and those around them; the first is piece `firstPiece` of the line. */
  readonly pieces: readonly LinePiece[]
  readonly firstPiece: number
}

/** Lines of several pieces, by windows. */
export interface LongLines {
  isLong(lineIndex: number): boolean
  /**
   * The window that holds a piece. As a line grows, all windows but its last stay. An unfinished or short line has
   * windows too.
   */
  at(place: PiecePlace): LineWindow
}

/** So many pieces are looked through together, with so many before and after them. */
export interface WindowSize {
  readonly pieces: number
  readonly around: number
}

export function createLongLines(document: LogDocument, { pieces: size, around }: WindowSize): LongLines {
  let kept: readonly LinePiece[] = []
  let keptFor = ''

  /** A line of 50 MB has 6,400 pieces: those of the line asked for last are kept. */
  const allPieces = (lineIndex: number): readonly LinePiece[] => {
    const [byteStart, byteEnd] = document.bounds(lineIndex)
    if (byteEnd - byteStart <= pieceBytes) return [{ byteStart, byteEnd }]
    const key = `${document.revision} ${byteStart} ${byteEnd}`
    if (key !== keptFor) kept = piecesOf(document, lineIndex)
    keptFor = key
    return kept
  }

  return {
    isLong(lineIndex) {
      const [start, end] = document.bounds(lineIndex)
      return end - start > pieceBytes
    },
    at({ lineIndex, pieceIndex }) {
      const all = allPieces(lineIndex)
      // A window whose surroundings hold the last piece is not known to stay: the last one begins with it.
      const last = Math.max(0, Math.ceil((all.length - around) / size) - 1)
      const index = Math.min(Math.floor(pieceIndex / size), last)
      const isLast = index === last
      const from = index * size
      const to = isLast ? all.length : from + size
      const firstPiece = Math.max(0, from - around)
      return { lineIndex, from, to, isLast, pieces: all.slice(firstPiece, to + around), firstPiece }
    },
  }
}

/** What a piece of a line shows. */
export function showPiece(document: LogDocument, { byteStart, byteEnd }: LinePiece): string {
  return shownText(decodeText(document.read(byteStart, byteEnd)))
}
