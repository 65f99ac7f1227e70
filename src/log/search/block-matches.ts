import { decodeText } from '../text/decode-text.ts'
import { type BlockExpression, blockExpression } from './block-expression.ts'
import type { Expression } from './expression.ts'
import { shownLines } from './shown-text.ts'
import { createTextMatcher, type TextMatcher, visitMatches } from './text-match.ts'

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

  return {
    texts,
    countWithCare,
    countInLines(bytes) {
      const shown = shownLines(decodeText(bytes))
      const isWhole =
        block !== null && !(block.hasEdges && (shown.includes('\u2028') || shown.includes('\u2029')))
      return isWhole ? countInBlock(block, shown) : countWithCare(shown.split('\n'), () => undefined)
    },
  }
}

function countInBlock({ pattern, isNeverEmpty }: BlockExpression, text: string): readonly number[] {
  const pairs: number[] = []
  let line = 0
  let lineEnd = endOfLine(text, 0)
  let count = 0
  const add = (end: number): void => {
    if (end > lineEnd && count > 0) {
      pairs.push(line, count)
      count = 0
    }
    while (end > lineEnd) {
      lineEnd = endOfLine(text, lineEnd + 1)
      line += 1
    }
    count += 1
  }
  pattern.lastIndex = 0
  // `test` is twice as fast as `exec`, but does not tell where a match begins.
  if (isNeverEmpty) while (pattern.test(text)) add(pattern.lastIndex)
  else visitMatches(pattern, text, (offset, length) => add(offset + length))
  if (count > 0) pairs.push(line, count)
  return pairs
}

/** By hand: in strings of two-byte characters V8 makes much ado about a short way to go. */
function endOfLine(text: string, from: number): number {
  let end = from
  while (end < text.length && text.charCodeAt(end) !== 10) end += 1
  return end
}
