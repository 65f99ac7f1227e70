import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { type LinePiece, piecesOf } from '../text/line-pieces.ts'
import type { LinePlace } from '../view/view-row.ts'
import { startOf } from './line-blocks.ts'
import type { Span } from './secret.ts'

const windowPieces = 32

/** Some pieces of a line, decoded, in order. */
export interface LineWindow {
  readonly pieces: readonly DecodedPiece[]
  readonly firstPieceIndex: number
  /** The last ones of the line. */
  readonly isLineEnd: boolean
}

interface DecodedPiece extends LinePiece {
  readonly text: string
}

/** What of a line was asked for: from a place in it, to before a place in it; null for its ends. */
export interface LineClip {
  readonly lineIndex: number
  readonly from: LinePlace | null
  readonly to: LinePlace | null
}

/** The line in windows of 32 pieces: those that were asked for, and one around, where a secret may begin or end. */
export function* lineWindows(
  document: LogDocument,
  clip: LineClip,
  pieces: readonly LinePiece[] = piecesOf(document, clip.lineIndex),
): Generator<LineWindow> {
  const firstWindow = Math.max(0, Math.floor((clip.from?.pieceIndex ?? 0) / windowPieces) - 1)
  const lastWindow = Math.floor((clip.to?.pieceIndex ?? pieces.length) / windowPieces) + 1
  for (let window = firstWindow; window <= lastWindow && window * windowPieces < pieces.length; window += 1) {
    const firstPieceIndex = window * windowPieces
    const some = pieces.slice(firstPieceIndex, firstPieceIndex + windowPieces)
    yield {
      firstPieceIndex,
      isLineEnd: firstPieceIndex + some.length === pieces.length,
      pieces: some.map((piece) => ({
        ...piece,
        text: decodeText(document.read(piece.byteStart, piece.byteEnd)),
      })),
    }
  }
}

/** The window ends with the line's break. */
export function endsLine({ isLineEnd }: LineWindow, { to }: LineClip): boolean {
  return isLineEnd && to === null
}

/** The bytes of a line's break: `\n`, `\r\n`, or none at the end of the text. */
export function lineBreak(document: LogDocument, lineIndex: number): string {
  return decodeText(document.read(document.bounds(lineIndex)[1], startOf(document, lineIndex + 1)))
}

/**
 * What of a window's text was asked for, when its pieces end at `pieceEnds` of it. `offsetOf` answers how many
 * characters of a piece stand before an offset of its shown text.
 */
export function clipOf(
  { firstPieceIndex }: LineWindow,
  { from, to }: LineClip,
  pieceEnds: readonly number[],
  textLength: number,
  offsetOf: (piece: number, offset: number) => number = (_piece, offset) => offset,
): Span {
  const placeOf = (place: LinePlace): number => {
    const piece = place.pieceIndex - firstPieceIndex
    if (piece < 0) return 0
    const end = pieceEnds[piece]
    if (end === undefined) return textLength
    return Math.min(end, (pieceEnds[piece - 1] ?? 0) + offsetOf(piece, place.offset))
  }
  return { start: from === null ? 0 : placeOf(from), end: to === null ? textLength : placeOf(to) }
}
