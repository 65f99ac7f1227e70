import type { LogDocument } from '../log-document.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import type { LineWindow } from './long-lines.ts'
import type { WindowInput } from './matcher-port.ts'
import type { PieceCount } from './piece-matches.ts'
import type { TextMatch } from './text-match.ts'
import type { MakeRequest } from './watched-matcher.ts'

/**
 * A line of up to 8 MiB is looked through as a whole. A longer one in parts of that size: there expressions see 128 KiB
 * beyond a part, and a longer match, or one that needs to look farther, is not found.
 */
const wholeLineBytes = 8 * 1024 * 1024
const aroundBytes = 128 * 1024

export const remoteWindow = { pieces: wholeLineBytes / pieceBytes, around: aroundBytes / pieceBytes }

/** Asks which of its pieces have matches. */
export function windowRequest(document: LogDocument, window: LineWindow, taken: number): MakeRequest {
  const { from, to, firstPiece } = window
  return (sentKey) => ({
    type: 'window',
    window: inputOf(document, window, sentKey),
    range: [from - firstPiece, to - firstPiece],
    taken,
  })
}

/** Asks where the matches of one of its pieces are. */
export function pieceRequest(
  document: LogDocument,
  window: LineWindow,
  pieceIndex: number,
  reach: number,
): MakeRequest {
  return (sentKey) => ({
    type: 'find-in-piece',
    window: inputOf(document, window, sentKey),
    piece: pieceIndex - window.firstPiece,
    reach,
  })
}

let lastDocument = 0
const documentNumbers = new WeakMap<LogDocument, number>()

function numberOf(document: LogDocument): number {
  const known = documentNumbers.get(document)
  if (known !== undefined) return known
  lastDocument += 1
  documentNumbers.set(document, lastDocument)
  return lastDocument
}

function inputOf(document: LogDocument, { pieces }: LineWindow, sentKey: string): WindowInput {
  const start = pieces[0]?.byteStart ?? 0
  const end = pieces.at(-1)?.byteEnd ?? start
  const key = `${numberOf(document)} ${document.revision} ${start} ${end}`
  return {
    key,
    bytes: key === sentKey ? null : document.read(start, end).slice(),
    ends: pieces.map(({ byteEnd }) => byteEnd - start),
  }
}

/** The counts that the answer to `windowRequest` holds, by the pieces of the line. */
export function readCounts({ firstPiece }: LineWindow, numbers: ArrayLike<number>): readonly PieceCount[] {
  return Array.from({ length: numbers.length / 3 }, (_, index) => ({
    pieceIndex: firstPiece + (numbers[3 * index] ?? 0),
    count: numbers[3 * index + 1] ?? 0,
    reach: numbers[3 * index + 2] ?? 0,
  }))
}

export function readMatches(numbers: ArrayLike<number>): readonly TextMatch[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({
    offset: numbers[2 * index] ?? 0,
    length: numbers[2 * index + 1] ?? 0,
  }))
}
