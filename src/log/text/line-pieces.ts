import type { LogDocument } from '../log-document.ts'
import { sequenceEnd } from './escape-bytes.ts'

/** Bytes of a longer line are cut into pieces of at most this. */
export const pieceBytes = 8 * 1024
/** Of a line that was written over and over only this much is played. */
export const overwrittenBytes = 1024 * 1024
/** A cut moves back this far at most, so as not to go through an escape sequence. */
const lookBackBytes = 64

const carriageReturn = 13
const escapeByte = 0x1b

/** A part of a line, in bytes of the whole document. */
export interface LinePiece {
  readonly byteStart: number
  readonly byteEnd: number
}

/**
 * The pieces of a line, in order; an empty line has one that is empty. A line of at most 8 KiB is one piece. A
 * longer one is cut at character boundaries, and not inside an escape sequence of up to 64 bytes; as it grows, all
 * pieces but the last stay.
 *
 * A longer line that was written over and over (a progress bar: a `\r` in every 8 KiB of it) is a single piece,
 * since in the end it shows as one: the whole line up to 1 MiB, else its last MiB from the first `\r` in it on.
 * That shows the same as the whole, unless an earlier state reached farther than all of those and was not erased.
 */
export function piecesOf(document: LogDocument, lineIndex: number): readonly LinePiece[] {
  const [start, end] = document.bounds(lineIndex)
  if (end - start <= pieceBytes) return [{ byteStart: start, byteEnd: end }]
  if (isOverwritten(document, start, end)) {
    return [{ byteStart: lastStates(document, start, end), byteEnd: end }]
  }
  const pieces: LinePiece[] = []
  let from = start
  while (end - from > pieceBytes) {
    const to = cut(document, from)
    pieces.push({ byteStart: from, byteEnd: to })
    from = to
  }
  pieces.push({ byteStart: from, byteEnd: end })
  return pieces
}

/** Goes from return to return as far apart as may be; an ordinary long line is told by its first 8 KiB. */
function isOverwritten(document: LogDocument, start: number, end: number): boolean {
  let from = start
  while (end - from > pieceBytes) {
    const found = document.read(from, from + pieceBytes).lastIndexOf(carriageReturn)
    if (found === -1) return false
    from += found + 1
  }
  return true
}

function lastStates(document: LogDocument, start: number, end: number): number {
  if (end - start <= overwrittenBytes) return start
  const from = end - overwrittenBytes
  return from + document.read(from, from + pieceBytes).indexOf(carriageReturn) + 1
}

/** Where the piece that begins at `from` ends, looking only at bytes before and right after its 8 KiB. */
function cut(document: LogDocument, from: number): number {
  const to = from + pieceBytes
  const tailStart = to - lookBackBytes
  const tail = document.read(tailStart, to + 1)
  const place = sequenceBoundary(tail, lookBackBytes)
  return tailStart + (place === lookBackBytes ? characterBoundary(tail, place) : place)
}

/** `place`, or where the escape sequence begins that goes on beyond it. */
function sequenceBoundary(bytes: Uint8Array, place: number): number {
  let start = bytes.indexOf(escapeByte)
  while (start !== -1 && start < place) {
    const end = sequenceEnd(bytes, start, place)
    if (end === null) return start
    start = bytes.indexOf(escapeByte, end)
  }
  return place
}

/** `place`, or where the UTF-8 sequence begins that it is inside of. */
function characterBoundary(bytes: Uint8Array, place: number): number {
  for (let back = 0; back < 4; back += 1) {
    if (((bytes[place - back] ?? 0) & 0xc0) !== 0x80) return place - back
  }
  return place
}
