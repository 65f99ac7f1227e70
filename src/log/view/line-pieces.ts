import type { LogDocument } from '../log-document.ts'
import { type LinePiece, pieceBytes, piecesOf } from '../text/line-pieces.ts'

/** The pieces of a line. A line of 50 MB has 6,400: those of the line asked for last are kept. */
export type LinePieces = (lineIndex: number) => readonly LinePiece[]

export function createLinePieces(document: LogDocument): LinePieces {
  let kept: readonly LinePiece[] = []
  let keptFor = ''
  return (lineIndex) => {
    const [byteStart, byteEnd] = document.bounds(lineIndex)
    if (byteEnd - byteStart <= pieceBytes) return [{ byteStart, byteEnd }]
    const key = `${document.revision} ${byteStart} ${byteEnd}`
    if (key !== keptFor) kept = piecesOf(document, lineIndex)
    keptFor = key
    return kept
  }
}
