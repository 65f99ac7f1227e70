import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { type LinePiece, pieceBytes, piecesOf } from '../text/line-pieces.ts'
import { shownText } from './shown-text.ts'

/** A piece of a line. */
export interface PiecePlace {
  readonly lineIndex: number
  readonly pieceIndex: number
}

/** Consecutive pieces as shown: lines of one piece each, or pieces of one long line. */
export interface ShownBlock {
  readonly first: PiecePlace
  readonly texts: readonly string[]
  /** The place after the last piece. */
  readonly next: PiecePlace
}

/** Where text `index` of a block stands. */
export function placeIn({ first, next }: ShownBlock, index: number): PiecePlace {
  const { lineIndex, pieceIndex } = first
  // A block ends in its own first line, or at the start of the line after, only when it is a part of that line.
  const isOneLine = pieceIndex > 0 || next.pieceIndex > 0 || next.lineIndex === lineIndex + 1
  return isOneLine
    ? { lineIndex, pieceIndex: pieceIndex + index }
    : { lineIndex: lineIndex + index, pieceIndex: 0 }
}

/** Reads a document as what it shows. */
export interface ShownBlocks {
  /**
   * Up to about `maxBytes` from a place on. Null when nothing is left that stays as it is: the last piece of an
   * unfinished line does not.
   */
  read(first: PiecePlace, maxBytes: number): ShownBlock | null
  /** The piece that may still change, at the end of an unfinished line; null when there is none. */
  readTail(): ShownBlock | null
  /** What one piece shows; empty when there is none. */
  readPiece(place: PiecePlace): string
}

export function createShownBlocks(document: LogDocument): ShownBlocks {
  let kept: readonly LinePiece[] = []
  let keptFor = ''

  /** A line of 50 MB has 6,400 pieces: those of the line asked for last are kept. */
  const pieces = (lineIndex: number): readonly LinePiece[] => {
    const [byteStart, byteEnd] = document.bounds(lineIndex)
    if (byteEnd - byteStart <= pieceBytes) return [{ byteStart, byteEnd }]
    const key = `${document.revision} ${byteStart} ${byteEnd}`
    if (key !== keptFor) kept = piecesOf(document, lineIndex)
    keptFor = key
    return kept
  }

  const show = (piece: LinePiece | undefined): string =>
    piece === undefined ? '' : shownText(decodeText(document.read(piece.byteStart, piece.byteEnd)))

  const isLong = (lineIndex: number): boolean => {
    const [start, end] = document.bounds(lineIndex)
    return end - start > pieceBytes
  }

  /** Lines up to the first long one. */
  const readLines = (lineIndex: number, endLine: number): ShownBlock => {
    const [start] = document.bounds(lineIndex)
    const [, end] = document.bounds(endLine - 1)
    const texts: string[] = []
    // The break of the last line is not in it, and neither is the carriage return before that.
    const lines = decodeText(document.read(start, end)).split('\n')
    for (const [index, line] of lines.entries()) {
      // A UTF-16 unit is at most three bytes, so nearly all lines need no look at their bounds.
      if (line.length * 3 > pieceBytes && isLong(lineIndex + index)) break
      const isBroken = index < lines.length - 1 && line.endsWith('\r')
      texts.push(shownText(isBroken ? line.slice(0, -1) : line))
    }
    return {
      first: { lineIndex, pieceIndex: 0 },
      texts,
      next: { lineIndex: lineIndex + texts.length, pieceIndex: 0 },
    }
  }

  const readPieces = (first: PiecePlace, maxBytes: number): ShownBlock | null => {
    const { lineIndex, pieceIndex } = first
    const isSettled = lineIndex < document.settledLineCount
    const all = pieces(lineIndex)
    const end = isSettled ? all.length : all.length - 1
    const reached = Math.min(end, pieceIndex + Math.max(1, Math.floor(maxBytes / pieceBytes)))
    if (!isSettled && reached <= pieceIndex) return null
    const isWhole = isSettled && reached >= end
    return {
      first,
      texts: all.slice(pieceIndex, reached).map(show),
      next: isWhole ? { lineIndex: lineIndex + 1, pieceIndex: 0 } : { lineIndex, pieceIndex: reached },
    }
  }

  return {
    read(first, maxBytes) {
      const { lineIndex, pieceIndex } = first
      const { lineCount, settledLineCount } = document
      if (lineIndex >= lineCount) return null
      if (pieceIndex > 0 || lineIndex >= settledLineCount || isLong(lineIndex))
        return readPieces(first, maxBytes)
      const [start] = document.bounds(lineIndex)
      const endLine = Math.min(document.lineAt(start + maxBytes), settledLineCount)
      return readLines(lineIndex, Math.max(lineIndex + 1, endLine))
    },
    readTail() {
      const lineIndex = document.settledLineCount
      if (lineIndex >= document.lineCount) return null
      const all = pieces(lineIndex)
      const first = { lineIndex, pieceIndex: all.length - 1 }
      return { first, texts: [show(all.at(-1))], next: { lineIndex: lineIndex + 1, pieceIndex: 0 } }
    },
    readPiece: ({ lineIndex, pieceIndex }) =>
      lineIndex < document.lineCount ? show(pieces(lineIndex)[pieceIndex]) : '',
  }
}
