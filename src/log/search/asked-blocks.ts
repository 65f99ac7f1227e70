import type { LogDocument } from '../log-document.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import type { ByteNeedle } from './byte-needle.ts'
import { createByteScan } from './byte-scan.ts'

const blockBytes = 512 * 1024
/** A longer line has several of these; one that is nowhere in a line of its own begins nothing. */
const gridBytes = pieceBytes / 2
const newline = 10
/** After so many lines it is known whether a needle is rare. */
const enoughLines = 2000

/** Lines to be looked through by another, none of them long. */
export interface AskedBlock {
  /** False: nothing in it can match. */
  readonly hasLines: boolean
  /** The line after it. */
  readonly nextLine: number
  /** Which line one of its lines is. */
  lineOf(index: number): number
  /** A copy each time. */
  read(): Uint8Array<ArrayBuffer>
}

/** Reads settled lines for a matcher. */
export interface AskedBlocks {
  /**
   * The next block from a settled line on that is not long; it ends before the next one that is. It may be cut short
   * at `untilMs`.
   */
  read(firstLine: number, untilMs: number): AskedBlock
}

/** `needles`: one of them is in every match, so that other lines need not be looked at. */
export function createAskedBlocks(document: LogDocument, needles: readonly ByteNeedle[] | null): AskedBlocks {
  let scan = needles === null ? null : createByteScan(document, needles, pieceBytes)
  let passedLines = 0
  let siftedLines = 0

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
      hasLines: true,
      nextLine: end,
      lineOf: (index) => first + index,
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
    passedLines += next - first
    siftedLines += lines.length
    // Picking nearly every line takes longer than looking it through.
    if (passedLines > enoughLines && siftedLines > passedLines / 6) scan = null
    // The scan could not begin here: the line itself has to be asked about.
    if (next === first) return readAll(first)
    return {
      hasLines: lines.length > 0,
      nextLine: next,
      lineOf: (index) => lines[index] ?? next,
      read: () => linesOf(document, lines),
    }
  }

  return {
    read: (firstLine, untilMs) => (scan === null ? readAll(firstLine) : readSifted(scan, firstLine, untilMs)),
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
