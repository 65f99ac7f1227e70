import type { LogDocument } from '../log-document.ts'
import { type ByteKernels, byteKernels, kernelBytes } from './byte-kernels.ts'
import { type ByteNeedle, type NeedlePair, rarestPair } from './byte-needle.ts'
import { colourStart, escapeByte, playedPositions } from './hidden-bytes.ts'
import { type Care, unitsOf } from './unit-care.ts'
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
  needles: readonly ByteNeedle[],
  longBytes: number,
  kernels: ByteKernels = byteKernels(),
): ByteScan {
  const units = unitsOf(document, kernels)
  let pairs: readonly NeedlePair[] | null = null

  return {
    next(lineIndex, onLine) {
      if (lineIndex >= document.settledLineCount) return null
      const loaded = units.load(lineIndex)
      if (loaded === null) return null
      const { endLine, care, byteLength: end } = loaded
      const sample = kernels.text.subarray(0, Math.min(end, sampleBytes))
      pairs ??= needles.map((needle) => rarestPair(needle, sample))
      const unit = { document, kernels, needles, pairs, end, firstLine: lineIndex }
      if (isOdd(care, needles)) visitOdd(unit, longBytes, onLine)
      else if (needles.length === 1 && needles.every((needle) => isPlain(needle, care)))
        visitPlain(unit, onLine)
      else visitHits(unit, onLine)
      return endLine
    },
  }
}

interface ByteUnit {
  readonly document: LogDocument
  readonly kernels: ByteKernels
  readonly needles: readonly ByteNeedle[]
  readonly pairs: readonly NeedlePair[]
  readonly end: number
  readonly firstLine: number
}

/** Something in it moves back, or a needle may stand on both sides of a colour. */
function isOdd(care: Care, needles: readonly ByteNeedle[]): boolean {
  return care.isOdd || needles.some(({ joins }) => care.joins.some((pair) => joins(pair >> 8, pair & 255)))
}

/** Wherever the needle is, it is a match. */
function isPlain({ isExact, isInColours, wholeWord }: ByteNeedle, { hasColours }: Care): boolean {
  return !isExact || !(wholeWord || (isInColours && hasColours))
}

/** The line of each place in `found`: one text is looked through at a time. */
const lines = new Uint32Array(kernelBytes)

/** Answers how many places were found. */
function find({ document, kernels, needles, pairs, ...unit }: ByteUnit, index: number, step: number): number {
  const needle = needles[index]
  const pair = pairs[index]
  if (needle === undefined || pair === undefined) return 0
  kernels.low.set(needle.low)
  kernels.high.set(needle.high)
  const count = kernels.findNeedle(unit.end, pair.first, pair.second, needle.low.length, step)
  document.linesAt(kernels.found, count, unit.firstLine, lines)
  return count
}

function visitPlain(unit: ByteUnit, onLine: OnLine): void {
  const [needle] = unit.needles
  const isExact = needle?.isExact === true
  const end = find(unit, 0, needle?.low.length ?? 1)
  for (let at = 0; at < end; ) {
    const from = at
    const line = lines[at] ?? 0
    while (at < end && lines[at] === line) at += 1
    onLine(line, isExact ? at - from : null)
  }
}

/** A place where a needle is. */
interface Hit {
  readonly at: number
  readonly line: number
  readonly needle: ByteNeedle
}

/** In order; at one place in the order of the needles. */
function hitsOf(unit: ByteUnit): readonly Hit[] {
  const { found } = unit.kernels
  const hits: Hit[] = []
  unit.needles.forEach((needle, index) => {
    const end = find(unit, index, 1)
    for (let at = 0; at < end; at += 1) hits.push({ at: found[at] ?? 0, line: lines[at] ?? 0, needle })
  })
  return unit.needles.length === 1 ? hits : hits.sort((one, other) => one.at - other.at)
}

function visitHits(unit: ByteUnit, onLine: OnLine): void {
  const count = createCounter(unit)
  const hits = hitsOf(unit)
  for (let at = 0; at < hits.length; ) {
    const line = hits[at]?.line ?? 0
    const from = at
    while (hits[at]?.line === line) at += 1
    const lineCount = count(hits, from, at)
    if (lineCount !== 0) onLine(line, lineCount)
  }
}

/** Visits lines with matches, and those that have to be played. */
function visitOdd(unit: ByteUnit, longBytes: number, onLine: OnLine): void {
  const { played, long } = oddLines(unit, longBytes)
  const waiting = [...played]
  const tell = (line: number, count: number | null): void => {
    while ((waiting[0] ?? line) < line) onLine(waiting.shift() ?? 0, null)
    if (waiting[0] === line) waiting.shift()
    onLine(line, played.has(line) || long.has(line) ? null : count)
  }
  visitHits(unit, tell)
  for (const line of waiting) onLine(line, null)
}

interface OddLines {
  readonly played: ReadonlySet<number>
  readonly long: ReadonlySet<number>
}

function oddLines({ kernels, needles, end, firstLine }: ByteUnit, longBytes: number): OddLines {
  const positions = playedPositions(kernels, end, needles)
  const lineCount = kernels.findBytes(end, 10, 10, 10)
  const played = new Set<number>()
  const long = new Set<number>()
  let next = 0
  let start = 0
  for (let line = 0; line < lineCount; line += 1) {
    const lineEnd = kernels.found[line] ?? end
    if (lineEnd - start >= longBytes) long.add(firstLine + line)
    for (; (positions[next] ?? end) < lineEnd; next += 1) played.add(firstLine + line)
    start = lineEnd + 1
  }
  return { played, long }
}

/** Counts matches of one line, among places where needles were found; null when bytes do not tell. */
function createCounter({
  kernels,
}: ByteUnit): (hits: readonly Hit[], from: number, to: number) => number | null {
  const { text } = kernels
  const isHidden = createHiding(text)
  /** Null when bytes do not tell. */
  const isMatch = ({ at, needle }: Hit): boolean | null => {
    if (needle.isInColours && isHidden(at)) return false
    return !needle.wholeWord || standsAlone(text, at, at + needle.low.length)
  }
  return (hits, from, to) => {
    let count = 0
    let allowedFrom = 0
    for (let index = from; index < to; index += 1) if (hits[index]?.needle.isExact === false) return null
    for (let index = from; index < to; index += 1) {
      const hit = hits[index]
      if (hit === undefined || hit.at < allowedFrom) continue
      const isCounted = isMatch(hit)
      if (isCounted === null) return null
      if (!isCounted) continue
      count += 1
      allowedFrom = hit.at + hit.needle.low.length
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
