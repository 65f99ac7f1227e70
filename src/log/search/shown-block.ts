import type { LogDocument } from '../log-document.ts'
import { type LinePiece, pieceBytes, piecesOf } from './line-pieces.ts'
import { decodeText, shownText } from './shown-text.ts'

/** A piece of a line, as a place to go on from. */
export interface PiecePlace {
  readonly lineIndex: number
  readonly pieceIndex: number
}

/** Consecutive pieces as shown. Piece `n` is in line `lineIndexes[n]`; the first one is piece `first.pieceIndex` of it. */
export interface ShownBlock {
  readonly first: PiecePlace
  readonly texts: readonly string[]
  readonly lineIndexes: readonly number[]
  /** The place after the last piece. */
  readonly next: PiecePlace
}

/**
 * Up to about `maxBytes` from a place on: whole lines, or pieces of a long one. Null when nothing is left that stays as
 * it is: the last piece of an unfinished line does not (see `readTail`).
 */
export function readShownBlock(
  document: LogDocument,
  first: PiecePlace,
  maxBytes: number,
): ShownBlock | null {
  const { lineIndex, pieceIndex } = first
  if (lineIndex >= document.lineCount) return null
  if (lineIndex >= document.settledLineCount || pieceIndex > 0 || isLong(document, lineIndex)) {
    return readPieces(document, first, maxBytes)
  }
  const [start] = document.bounds(lineIndex)
  const last = Math.min(document.lineAt(start + maxBytes), document.settledLineCount)
  return readLines(document, lineIndex, Math.max(lineIndex + 1, last))
}

/** The piece that may still change, at the end of an unfinished line; null when there is none. */
export function readTail(document: LogDocument): (PiecePlace & { readonly text: string }) | null {
  const lineIndex = document.settledLineCount
  if (lineIndex >= document.lineCount) return null
  const pieces = piecesOf(document, lineIndex)
  const last = pieces.at(-1)
  if (last === undefined) return null
  return { lineIndex, pieceIndex: pieces.length - 1, text: readPiece(document, last) }
}

/** What one piece shows; empty when there is none. */
export function readPieceAt(document: LogDocument, { lineIndex, pieceIndex }: PiecePlace): string {
  if (lineIndex >= document.lineCount) return ''
  const piece = piecesOf(document, lineIndex)[pieceIndex]
  return piece === undefined ? '' : readPiece(document, piece)
}

function readPiece(document: LogDocument, { byteStart, byteEnd }: LinePiece): string {
  return shownText(decodeText(document.read(byteStart, byteEnd)))
}

function isLong(document: LogDocument, lineIndex: number): boolean {
  const [start, end] = document.bounds(lineIndex)
  return end - start > pieceBytes
}

/** Lines up to the first long one. */
function readLines(document: LogDocument, fromLine: number, toLine: number): ShownBlock {
  const [start] = document.bounds(fromLine)
  const [, end] = document.bounds(toLine - 1)
  const texts: string[] = []
  const lineIndexes: number[] = []
  let lineIndex = fromLine
  // The break of the last line is not in it, and neither is the carriage return before that.
  for (const line of decodeText(document.read(start, end)).split('\n')) {
    // A UTF-16 unit is at most three bytes, so nearly all lines need no look at their bounds.
    if (line.length * 3 > pieceBytes && isLong(document, lineIndex)) break
    const isLast = lineIndex === toLine - 1
    texts.push(shownText(!isLast && line.endsWith('\r') ? line.slice(0, -1) : line))
    lineIndexes.push(lineIndex)
    lineIndex += 1
  }
  const first = { lineIndex: fromLine, pieceIndex: 0 }
  return { first, texts, lineIndexes, next: { lineIndex, pieceIndex: 0 } }
}

function readPieces(document: LogDocument, first: PiecePlace, maxBytes: number): ShownBlock | null {
  const { lineIndex, pieceIndex } = first
  const isSettled = lineIndex < document.settledLineCount
  const pieces = piecesOf(document, lineIndex)
  const end = isSettled ? pieces.length : pieces.length - 1
  const wanted = pieces.slice(pieceIndex, Math.min(end, pieceIndex + Math.ceil(maxBytes / pieceBytes)))
  const reached = pieceIndex + wanted.length
  const next =
    isSettled && reached >= end
      ? { lineIndex: lineIndex + 1, pieceIndex: 0 }
      : { lineIndex, pieceIndex: reached }
  if (wanted.length === 0 && !isSettled) return null
  const texts = wanted.map((piece) => readPiece(document, piece))
  return { first, texts, lineIndexes: wanted.map(() => lineIndex), next }
}
