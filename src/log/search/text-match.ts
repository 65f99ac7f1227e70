import type { Expression } from './expression.ts'

/** Where a match stands in a text, in UTF-16 units. */
export interface TextMatch {
  readonly offset: number
  readonly length: number
}

/** Matches of an expression in one text. Those of no characters are none: nobody could see or reach them. */
export interface TextMatcher {
  count(text: string): number
  find(text: string): readonly TextMatch[]
}

/** `expression` must compile. */
export function createTextMatcher(expression: Expression): TextMatcher {
  const pattern = new RegExp(expression.source, expression.flags)

  return {
    count(text) {
      let count = 0
      visitMatches(pattern, text, () => {
        count += 1
      })
      return count
    },
    find(text) {
      const matches: TextMatch[] = []
      visitMatches(pattern, text, (offset, length) => matches.push({ offset, length }))
      return matches
    },
  }
}

/** Tells of each match that is not empty. `pattern` has the flag `g`. */
export function visitMatches(
  pattern: RegExp,
  text: string,
  found: (offset: number, length: number) => void,
): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { length } = match[0]
    if (length > 0) found(match.index, length)
    else pattern.lastIndex += stepLength(text, pattern)
  }
}

/** How far to go on after a match of no characters: the engine itself would stay there for ever. */
function stepLength(text: string, { unicode, lastIndex }: RegExp): number {
  return unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff ? 2 : 1
}
