import { decodeText } from '../text/decode-text.ts'
import { type BlockExpression, blockExpression } from './block-expression.ts'
import type { Expression } from './expression.ts'
import { plainExceptions } from './plain-expression.ts'
import { readPlainLines } from './plain-lines.ts'
import { shownLines, shownText } from './shown-text.ts'
import { createTextMatcher, type TextMatcher, visitMatches } from './text-match.ts'

const newline = 10
const carriageReturn = 13

/** Counts the matches in each of many texts. */
export interface BlockMatcher {
  /** Lines as they are in the log. Answers index and count of each line that has a match. */
  countInLines(bytes: Uint8Array): readonly number[]
  /** The same, one by one: `onLine` is told before each, with the count of the one before. */
  countWithCare(
    lines: readonly string[],
    onLine: (textIndex: number, countBefore: number) => void,
  ): readonly number[]
  readonly texts: TextMatcher
}

export function createBlockMatcher(expression: Expression): BlockMatcher {
  const texts = createTextMatcher(expression)
  const block = blockExpression(expression)

  const countWithCare: BlockMatcher['countWithCare'] = (lines, onLine) => {
    const pairs: number[] = []
    let count = 0
    lines.forEach((line, index) => {
      onLine(index, count)
      count = texts.count(line)
      if (count > 0) pairs.push(index, count)
    })
    return pairs
  }

  const exceptions = block === null ? null : plainExceptions(expression)

  /** Lines that are not plain are looked at one by one; null when those are many. */
  const countPlain = (own: BlockExpression, bytes: Uint8Array): readonly number[] | null => {
    if (exceptions === null) return null
    const { bytes: plain, ends, odd } = readPlainLines(bytes, exceptions)
    if (odd.length > ends.length / 4) return null
    const pairs = countInBlock(own, decodeText(plain), ends)
    if (odd.length === 0) return pairs
    const starts = startsOf(bytes)
    const others = odd.flatMap((line) => {
      const [start = 0, next = bytes.length + 1] = [starts[line], starts[line + 1]]
      const count = texts.count(
        shownText(decodeText(bytes.subarray(start, endOfText(bytes, start, next - 1)))),
      )
      return count === 0 ? [] : [line, count]
    })
    return mergePairs(pairs, others)
  }

  const countShown = (bytes: Uint8Array): readonly number[] => {
    const shown = shownLines(decodeText(bytes))
    const isWhole =
      block !== null && !(block.hasEdges && (shown.includes('\u2028') || shown.includes('\u2029')))
    return isWhole
      ? countInBlock(block, shown, endsOf(shown))
      : countWithCare(shown.split('\n'), () => undefined)
  }

  return {
    texts,
    countWithCare,
    countInLines: (bytes) => (block === null ? null : countPlain(block, bytes)) ?? countShown(bytes),
  }
}

/** Where lines begin. */
function startsOf(bytes: Uint8Array): readonly number[] {
  const starts = [0]
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) starts.push(at + 1)
  return starts
}

/** A carriage return before a line's end belongs to its break; at the end of all it may be one of its text. */
function endOfText(bytes: Uint8Array, start: number, end: number): number {
  return end > start && end < bytes.length && bytes[end - 1] === carriageReturn ? end - 1 : end
}

function endsOf(text: string): ArrayLike<number> {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at)
  ends.push(text.length)
  return ends
}

/** Pairs of a line and its count, in the order of the lines. */
function mergePairs(one: readonly number[], other: readonly number[]): readonly number[] {
  const merged: number[] = []
  let at = 0
  for (let index = 0; index < one.length; index += 2) {
    for (; (other[at] ?? Number.POSITIVE_INFINITY) < (one[index] ?? 0); at += 2)
      merged.push(other[at] ?? 0, other[at + 1] ?? 0)
    merged.push(one[index] ?? 0, one[index + 1] ?? 0)
  }
  return [...merged, ...other.slice(at)]
}

/** `ends`: where each line of the text ends. */
function countInBlock(
  { pattern, isNeverEmpty }: BlockExpression,
  text: string,
  ends: ArrayLike<number>,
): readonly number[] {
  const pairs: number[] = []
  let line = 0
  let lineEnd = ends[0] ?? 0
  let count = 0
  const add = (end: number): void => {
    if (end > lineEnd && count > 0) {
      pairs.push(line, count)
      count = 0
    }
    while (end > lineEnd) {
      line += 1
      lineEnd = ends[line] ?? text.length
    }
    count += 1
  }
  pattern.lastIndex = 0
  // `test` is twice as fast as `exec`, but does not tell where a match begins.
  if (isNeverEmpty) while (pattern.test(text)) add(pattern.lastIndex)
  else
    visitMatches({ expression: pattern, required: null }, text, (offset, length) => {
      add(offset + length)
      return true
    })
  if (count > 0) pairs.push(line, count)
  return pairs
}
