import type { LogDocument } from '../log-document.ts'

/** Bytes of a longer line are cut into pieces of at most this. */
export const pieceBytes = 8 * 1024

/** A part of a line, in bytes of the whole document. */
export interface LinePiece {
  readonly byteStart: number
  readonly byteEnd: number
}

/** The pieces of a line, in order, one after the other; an empty line has one that is empty. */
export function piecesOf(document: LogDocument, lineIndex: number): readonly LinePiece[] {
  const [start, end] = document.bounds(lineIndex)
  const pieces: LinePiece[] = []
  let from = start
  while (end - from > pieceBytes) {
    const to = from + pieceBytes
    pieces.push({ byteStart: from, byteEnd: to })
    from = to
  }
  pieces.push({ byteStart: from, byteEnd: end })
  return pieces
}
