import type { LogDocument } from '../log-document.ts'

/** Part of a line, in bytes of the whole. */
export interface LinePiece {
  readonly byteStart: number
  readonly byteEnd: number
}

/** Bytes of a piece, at most; a line no longer than this is one. */
export const pieceBytes = 8 * 1024

/** The pieces of a line, cut at character boundaries. */
export function piecesOf(document: LogDocument, lineIndex: number): readonly LinePiece[] {
  const [start, end] = document.bounds(lineIndex)
  const pieces: LinePiece[] = []
  let from = start
  do {
    const to = pieceEnd(document, from, end)
    pieces.push({ byteStart: from, byteEnd: to })
    from = to
  } while (from < end)
  return pieces
}

function pieceEnd(document: LogDocument, from: number, end: number): number {
  const position = from + pieceBytes
  if (position >= end) return end
  const around = document.read(position - 3, position + 1)
  for (let back = 0; back < 4; back += 1)
    if (((around[3 - back] ?? 0) & 0xc0) !== 0x80) return position - back
  return position
}
