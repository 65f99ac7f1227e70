import type { LogDocument } from '../log-document.ts'
import { type ByteKernels, byteKernels, foundNumbers } from './byte-kernels.ts'
import { type ByteNeedle, type NeedlePair, rarestPair } from './byte-needle.ts'
import { colourStart, escapeByte, playedPositions } from './hidden-bytes.ts'
import { sharesBit } from './join-mask.ts'
import { type Care, loadLines, unitsOf } from './unit-care.ts'
import { beginsWithWord, endsWithWord } from './word-edges.ts'

/** Of a line that may have matches: how many; null when they have to be counted in the text that it shows. */
type OnLine = (lineIndex: number, count: number | null) => void

/**
 * Finds the lines of a literal in the bytes of a document, without decoding them: UTF-8 is made so that a
 * character's bytes are never found where it is not.
 */
export interface ByteScan {
  /**
   * Looks through settled lines from `lineIndex` on and answers the line after the last of them; null when the
   * line is too long for that.
   */
  next(lineIndex: number, onLine: OnLine): number | null
}

const sampleBytes = 8 * 1024

/** `longBytes`: lines of more bytes than this are always counted in their text. */
export function createByteScan(
  document: LogDocument,
  needle: ByteNeedle,
  longBytes: number,
  kernels: ByteKernels = byteKernels(),
): ByteScan {
  const units = unitsOf(document, kernels)
  let pair: NeedlePair | null = null

  return {
    next(lineIndex, onLine) {
      if (lineIndex >= document.settledLineCount) return null
      const { endLine, care } = units.at(lineIndex)
      if (care === null) return null
      const end = loadLines(document, kernels.text, lineIndex, endLine)
      pair ??= rarestPair(needle, kernels.text.subarray(0, Math.min(end, sampleBytes)))
      kernels.low.set(needle.low)
      kernels.high.set(needle.high)
      const unit = { kernels, needle, pair, end, firstLine: lineIndex }
      if (care.isOdd || sharesBit(care.joins, needle.joinMask)) visitOdd(unit, longBytes, onLine)
      else if (isPlain(needle, care)) visitPlain(unit, onLine)
      else visitColoured(unit, onLine)
      return endLine
    },
  }
}

interface ByteUnit {
  readonly kernels: ByteKernels
  readonly needle: ByteNeedle
  readonly pair: NeedlePair
  readonly end: number
  readonly firstLine: number
}

/** Wherever the needle is, it is a match. */
function isPlain({ isExact, isInColours, wholeWord }: ByteNeedle, { hasColours }: Care): boolean {
  return !isExact || !(wholeWord || (isInColours && hasColours))
}

function find({ kernels, needle, pair, end }: ByteUnit, step: number, merges: 0 | 1): number {
  const { length } = needle.low
  return kernels.findNeedle(0, end, pair.first, pair.second, length, step, merges)
}

function visitPlain(unit: ByteUnit, onLine: OnLine): void {
  const { kernels, needle, firstLine } = unit
  const { found } = kernels
  const end = find(unit, needle.low.length, 1) * foundNumbers
  for (let at = 0; at < end; at += foundNumbers) {
    onLine(firstLine + (found[at + 1] ?? 0), needle.isExact ? (found[at + 2] ?? 0) : null)
  }
}

function visitColoured(unit: ByteUnit, onLine: OnLine): void {
  const { found } = unit.kernels
  const count = createCounter(unit)
  const end = find(unit, 1, 0) * foundNumbers
  for (let at = 0; at < end; ) {
    const line = found[at + 1] ?? 0
    const from = at
    while (at < end && found[at + 1] === line) at += foundNumbers
    const lineCount = count(from, at)
    if (lineCount !== 0) onLine(unit.firstLine + line, lineCount)
  }
}

/** Visits lines with matches, and those that have to be played. */
function visitOdd(unit: ByteUnit, longBytes: number, onLine: OnLine): void {
  const { played, long } = oddLines(unit, longBytes)
  const waiting = [...played]
  const tell = (line: number, count: number | null): void => {
    while ((waiting[0] ?? line) < line) onLine(unit.firstLine + (waiting.shift() ?? 0), null)
    if (waiting[0] === line) waiting.shift()
    const isUntold = played.has(line) || long.has(line)
    onLine(unit.firstLine + line, isUntold ? null : count)
  }
  visitColoured({ ...unit, firstLine: 0 }, tell)
  for (const line of waiting) onLine(unit.firstLine + line, null)
}

interface OddLines {
  readonly played: ReadonlySet<number>
  readonly long: ReadonlySet<number>
}

function oddLines({ kernels, needle, end }: ByteUnit, longBytes: number): OddLines {
  const positions = playedPositions(kernels, end, needle)
  const lineCount = kernels.findBytes(end, 10, 10, 10)
  const played = new Set<number>()
  const long = new Set<number>()
  let next = 0
  let start = 0
  for (let line = 0; line < lineCount; line += 1) {
    const lineEnd = kernels.found[line] ?? end
    if (lineEnd - start >= longBytes) long.add(line)
    for (; (positions[next] ?? end) < lineEnd; next += 1) played.add(line)
    start = lineEnd + 1
  }
  return { played, long }
}

/** Counts matches of one line, among places where the needle was found; null when bytes do not tell. */
function createCounter({ kernels, needle }: ByteUnit): (from: number, to: number) => number | null {
  const { text, found } = kernels
  const { length } = needle.low
  const isHidden = createHiding(text)
  return (from, to) => {
    let count = 0
    let allowedFrom = 0
    for (let index = from; index < to; index += foundNumbers) {
      const at = found[index] ?? 0
      if (at < allowedFrom || (needle.isInColours && isHidden(at))) continue
      const isWanted = !needle.wholeWord || standsAlone(text, at, at + length)
      if (!needle.isExact || isWanted === null) return null
      if (!isWanted) continue
      count += 1
      allowedFrom = at + length
    }
    return count
  }
}

/** Tells of positions, in order, whether they are inside a colour sequence. */
function createHiding(text: Uint8Array): (at: number) => boolean {
  let from = 0
  let wasHidden = false
  return (at) => {
    const start = colourStart(text, at, from)
    // Nothing but parameters since the last one: it is where that one was.
    const goesOn = start === -1 && wasHidden && isParameters(text, from, at)
    wasHidden = start !== -1 || goesOn || text[at - 1] === escapeByte
    from = at
    return wasHidden
  }
}

function isParameters(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (((text[at] ?? 0) & 0xe0) !== 0x20) return false
  return true
}

/** Nothing of a word touches it; null when bytes do not tell. */
function standsAlone(text: Uint8Array, start: number, end: number): boolean | null {
  const before = endsWithWord(text, start)
  if (before !== false) return before === null ? null : false
  const after = beginsWithWord(text, end)
  return after === null ? null : !after
}
