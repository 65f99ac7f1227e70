import type { LogDocument } from '../log-document.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import type { ByteNeedle } from './byte-needle.ts'
import { createByteScan } from './byte-scan.ts'
import type { MatcherInput } from './matcher-port.ts'
import { createShownBlocks, type PiecePlace, placeIn, type ShownBlock } from './shown-blocks.ts'

const blockBytes = 512 * 1024
/** A longer line has several of these; one that is nowhere in a line of its own begins nothing. */
const gridBytes = pieceBytes / 2
const newline = 10

/** Texts to be looked through by another. */
export interface AskedBlock {
  /** False: nothing in it can match. */
  readonly hasTexts: boolean
  /** The place after it. */
  readonly next: PiecePlace
  /** Where one of its texts stands. */
  place(textIndex: number): PiecePlace
  /** A copy each time. */
  read(): MatcherInput
}

/** Reads a document for a matcher: as it is where that will do, and as it is shown in long lines. */
export interface AskedBlocks {
  /** The next block from a place on; null as in `ShownBlocks.read`. It may be cut short at `untilMs`. */
  read(from: PiecePlace, untilMs: number): AskedBlock | null
  /** The piece that may still change. */
  readTail(): AskedBlock | null
}

/** `needle`: a literal that is in every match, so that other lines need not be looked at. */
export function createAskedBlocks(document: LogDocument, needle: ByteNeedle | null): AskedBlocks {
  const shown = createShownBlocks(document)
  const scan = needle === null ? null : createByteScan(document, needle, pieceBytes)

  const isLong = (lineIndex: number): boolean => {
    const [start, end] = document.bounds(lineIndex)
    return end - start > pieceBytes
  }

  /** The first long line from `from` to before `to`, else `to`. */
  const firstLong = (from: number, to: number): number => {
    const end = document.lineStart(to)
    let known = -1
    for (let at = document.lineStart(from) + gridBytes; at < end; at += gridBytes) {
      const line = document.lineAt(at)
      if (line === known && isLong(line)) return line
      known = line
    }
    return to
  }

  const readAll = (first: number): AskedBlock => {
    const { settledLineCount } = document
    const reached = Math.min(document.lineAt(document.lineStart(first) + blockBytes), settledLineCount)
    const end = firstLong(first, Math.max(first + 1, reached))
    return {
      hasTexts: true,
      next: { lineIndex: end, pieceIndex: 0 },
      place: (textIndex) => ({ lineIndex: first + textIndex, pieceIndex: 0 }),
      read: () => document.read(document.lineStart(first), document.bounds(end - 1)[1]).slice(),
    }
  }

  const readSifted = (byteScan: NonNullable<typeof scan>, first: number, untilMs: number): AskedBlock => {
    const lines: number[] = []
    let bytes = 0
    let next = first
    let longLine = -1
    const take = (lineIndex: number, count: number | null): void => {
      if (longLine !== -1) return
      if (count === null && isLong(lineIndex)) longLine = lineIndex
      else lines.push(lineIndex)
    }
    do {
      const known = lines.length
      const reached = byteScan.next(next, take)
      for (const line of lines.slice(known)) bytes += document.lineStart(line + 1) - document.lineStart(line)
      next = longLine === -1 ? (reached ?? next) : longLine
      if (reached === null) break
    } while (longLine === -1 && bytes < blockBytes && performance.now() < untilMs)
    // The scan could not begin here: the line itself has to be asked about.
    if (next === first) return readAll(first)
    return {
      hasTexts: lines.length > 0,
      next: { lineIndex: next, pieceIndex: 0 },
      place: (textIndex) => ({ lineIndex: lines[textIndex] ?? next, pieceIndex: 0 }),
      read: () => linesOf(document, lines),
    }
  }

  return {
    read(from, untilMs) {
      const { lineIndex, pieceIndex } = from
      const isWhole = pieceIndex === 0 && lineIndex < document.settledLineCount && !isLong(lineIndex)
      if (!isWhole) return ofShown(shown.read(from, blockBytes))
      return scan === null ? readAll(lineIndex) : readSifted(scan, lineIndex, untilMs)
    },
    readTail: () => ofShown(shown.readTail()),
  }
}

function ofShown(block: ShownBlock | null): AskedBlock | null {
  if (block === null) return null
  return {
    hasTexts: true,
    next: block.next,
    place: (textIndex) => placeIn(block, textIndex),
    read: () => block.texts.join('\n'),
  }
}

/** Lines joined by newlines. */
function linesOf(document: LogDocument, lines: readonly number[]): Uint8Array<ArrayBuffer> {
  const bounds = lines.map((line) => document.bounds(line))
  const joined = new Uint8Array(bounds.reduce((sum, [start, end]) => sum + end - start + 1, 0))
  let at = 0
  for (const [start, end] of bounds) {
    document.copyTo(joined.subarray(at), start, end)
    at += end - start
    joined[at] = newline
    at += 1
  }
  return joined
}
