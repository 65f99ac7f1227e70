import type { LogDocument } from '../log-document.ts'
import { type LinePiece, piecesOf } from '../text/line-pieces.ts'
import { playText } from '../text/play-text.ts'
import type { CopyChunk } from './copy-chunk.ts'
import { clipOf, endsLine, type LineClip, type LineWindow, lineBreak } from './long-line.ts'
import { asItCame, rawLine } from './raw-block.ts'
import { rawChunk, type StrippedText } from './raw-chunk.ts'

const carriageReturn = 13
const stateBytes = 8 * 1024

/** A line's pieces for copying it raw, and what of them was asked for. */
interface RawCut {
  readonly pieces: readonly LinePiece[]
  readonly clip: LineClip
}

/**
 * A long line that was written over and over is shown as one piece, and not from its beginning: its bytes are all
 * of its states, cut behind a `\r` in every 8 KiB. Places do not tell them apart: then it is all or nothing.
 */
export function cutForRaw(document: LogDocument, clip: LineClip): RawCut {
  const pieces = piecesOf(document, clip.lineIndex)
  const [start, end] = document.bounds(clip.lineIndex)
  if (pieces.length > 1 || end - start <= stateBytes) return { pieces, clip }
  const to = clip.to === null || clip.to.offset === 0 ? clip.to : { ...clip.to, pieceIndex: Infinity }
  return { pieces: statesOf(document, start, end), clip: { ...clip, from: null, to } }
}

function statesOf(document: LogDocument, start: number, end: number): readonly LinePiece[] {
  const states: LinePiece[] = []
  let from = start
  while (end - from > stateBytes) {
    const found = document.read(from, from + stateBytes).lastIndexOf(carriageReturn)
    const to = from + (found === -1 ? stateBytes : found + 1)
    states.push({ byteStart: from, byteEnd: to })
    from = to
  }
  states.push({ byteStart: from, byteEnd: end })
  return states
}

/** Some pieces of one line as they came. */
export function rawWindow(
  document: LogDocument,
  clip: LineClip,
  window: LineWindow,
  isMasked: boolean,
): CopyChunk {
  const pieces = window.pieces.map(({ text }) => (isMasked ? rawLine(text) : asItCame(text)))
  const ending = endsLine(window, clip) ? lineBreak(document, clip.lineIndex) : ''
  const joined = joinStripped([...pieces, asItCame(ending)])
  const offsetOf = (piece: number, offset: number): number =>
    rawOffset(window.pieces[piece]?.text ?? '', pieces[piece]?.text ?? '', offset)
  const isChanged = pieces.some((piece) => piece.isChanged)
  const range = clipOf(window, clip, joined.ends.slice(0, -1), joined.text.length, offsetOf)
  const bytes = isChanged ? null : bytesOf(document, window, ending.length)
  const maskedCount = pieces.reduce((count, piece) => count + piece.maskedCount, 0)
  return rawChunk({ isLineEnd: window.isLineEnd, clip: range, maskedCount }, joined, bytes)
}

function bytesOf(
  document: LogDocument,
  { pieces }: LineWindow,
  endingBytes: number,
): Uint8Array<ArrayBuffer> {
  const start = pieces[0]?.byteStart ?? 0
  const end = pieces.at(-1)?.byteEnd ?? start
  return document.read(start, end + endingBytes) as Uint8Array<ArrayBuffer>
}

/** An offset of shown text in what is left of the raw text; in a piece where the two differ, one of its ends. */
function rawOffset(raw: string, stripped: string, offset: number): number {
  if (playText(raw).text === stripped) return offset
  return offset === 0 ? 0 : stripped.length
}

function joinStripped(parts: readonly StrippedText[]): StrippedText & { readonly ends: readonly number[] } {
  const sequences: { at: number; text: string }[] = []
  const ends: number[] = []
  let text = ''
  for (const part of parts) {
    for (const { at, text: sequence } of part.sequences)
      sequences.push({ at: text.length + at, text: sequence })
    text += part.text
    ends.push(text.length)
  }
  return { text, sequences, ends }
}
