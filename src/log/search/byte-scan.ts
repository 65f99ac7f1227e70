import type { LogDocument } from '../log-document.ts'
import { type ByteKernels, byteKernels, kernelBytes } from './byte-kernels.ts'
import type { ByteNeedle, NeedlePair } from './byte-needle.ts'
import { findHidden, type HiddenBytes } from './hidden-bytes.ts'

/** A line of the bytes looked through; its newline is its last byte. */
export interface ByteLine {
  readonly lineIndex: number
  readonly start: number
  readonly end: number
}

/**
 * Finds the lines of a literal in the bytes of a document, without decoding them: UTF-8 is made so that a
 * character's bytes are never found where it is not.
 */
export interface ByteScan {
  /**
   * Looks through settled lines from `lineIndex` on and answers the line after the last of them; null when the
   * line is too long for that. `onLine` gets the number of matches, or null when they have to be counted in the
   * text that the line shows.
   */
  next(lineIndex: number, onLine: (line: ByteLine, count: number | null) => void): number | null
}

/** `longBytes`: lines of more bytes than this are always counted in their text. */
export function createByteScan(
  document: LogDocument,
  needle: ByteNeedle,
  longBytes: number,
  kernels: ByteKernels = byteKernels(),
): ByteScan {
  const { text } = kernels
  let pair: NeedlePair | null = null

  const lineStart = (lineIndex: number): number =>
    lineIndex < document.lineCount ? document.bounds(lineIndex)[0] : document.byteLength

  return {
    next(lineIndex, onLine) {
      const start = lineStart(lineIndex)
      const endLine = Math.min(document.lineAt(start + kernelBytes), document.settledLineCount)
      if (endLine <= lineIndex) return null
      const end = lineStart(endLine) - start
      if (end > kernelBytes) return null
      document.copyTo(text, start, start + end)
      // Vector loops look at 16 bytes at a time: what an earlier text left here must not be found.
      text.fill(0, end, end + 16 + needle.byteLength)
      pair ??= needle.pairFor(text.subarray(0, Math.min(end, sampleBytes)))
      const unit = { kernels, needle, pair, end, hidden: findHidden(kernels, end, needle) }
      visitLines(unit, lineIndex, longBytes, onLine)
      return endLine
    },
  }
}

const sampleBytes = 8 * 1024

interface Unit {
  readonly kernels: ByteKernels
  readonly needle: ByteNeedle
  readonly pair: NeedlePair
  readonly end: number
  readonly hidden: HiddenBytes
}

/** Visits the lines that may have matches, in order. */
function visitLines(
  unit: Unit,
  firstLine: number,
  longBytes: number,
  onLine: (line: ByteLine, count: number | null) => void,
): void {
  const { kernels, end } = unit
  const { playedAt } = unit.hidden
  const counter = createCounter(unit)
  let played = 0
  let at = Math.min(counter.candidate(0), playedAt[0] ?? end)
  if (at >= end) return
  kernels.findLineEnds(end)
  let line = 0
  while (at < end) {
    while ((kernels.lineEnds[line] ?? end) <= at) line += 1
    const lineEnd = kernels.lineEnds[line] ?? end
    const start = line === 0 ? 0 : (kernels.lineEnds[line - 1] ?? 0)
    const isPlayed = (playedAt[played] ?? end) < lineEnd
    if (isPlayed) played += 1
    const count = isPlayed || lineEnd - start > longBytes ? null : counter.count(at, start, lineEnd)
    if (count !== 0) onLine({ lineIndex: firstLine + line, start, end: lineEnd }, count)
    at = Math.min(counter.candidate(lineEnd), playedAt[played] ?? end)
  }
}

interface Counter {
  /** The next position from `from` on where the needle may stand. */
  candidate(from: number): number
  /** Matches in a line, of which the first candidate is known; null when bytes do not tell. */
  count(at: number, start: number, end: number): number | null
}

function createCounter({ kernels, needle, pair, end: textEnd, hidden }: Unit): Counter {
  const { text } = kernels
  const { ranges } = hidden
  const { first, second, a, A, b, B } = pair
  let range = 0
  let known = -1

  const candidate = (from: number): number => {
    if (known < from) known = kernels.findPair(from, textEnd, first, second, a, A, b, B)
    return known
  }

  /** Moves on to the colour sequence that ends after `position`, and tells whether it began before. */
  const isHidden = (position: number): boolean => {
    while ((ranges[range + 1] ?? textEnd) <= position) range += 2
    return (ranges[range] ?? textEnd) < position
  }

  /** A word stands alone; null when a neighbour is not ASCII, or not shown. */
  const isWord = (position: number, start: number): boolean | null => {
    const before = position === start ? 10 : (text[position - 1] ?? 0)
    const after = text[position + needle.byteLength] ?? 0
    const touchesColour = after === 27 || (range > 0 && ranges[range - 1] === position)
    if (before >= 0x80 || after >= 0x80 || touchesColour) return null
    return wordBytes[before] !== 1 && wordBytes[after] !== 1
  }

  return {
    candidate,
    count(from, start, end) {
      let count = 0
      for (let at = from; at < end; ) {
        const isMatch = needle.isAt(text, at) && !isHidden(at)
        const isWanted = !isMatch || !needle.wholeWord || isWord(at, start)
        if (isWanted === null) return null
        const isCounted = isMatch && isWanted
        if (isCounted) count += 1
        at = candidate(at + (isCounted ? needle.byteLength : 1))
      }
      return count
    },
  }
}

const wordBytes = Uint8Array.from({ length: 128 }, (_, byte) =>
  /\w/.test(String.fromCharCode(byte)) ? 1 : 0,
)
