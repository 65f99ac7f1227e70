import { type Expression, escapeLiteral } from './expression.ts'
import { requiredLiterals } from './expression-literals.ts'

/** Where a match stands in a text, in UTF-16 units. */
export interface TextMatch {
  readonly offset: number
  readonly length: number
}

/** An expression made ready. */
export interface TextPattern {
  /** Has the flag `g`. */
  readonly expression: RegExp
  /** It stands in every match; null when nothing is known to. */
  readonly required: RegExp | null
}

/** Matches of an expression in one text. Those of no characters are none: nobody could see or reach them. */
export interface TextMatcher {
  readonly pattern: TextPattern
  count(text: string): number
  find(text: string): readonly TextMatch[]
}

/** `expression` must compile. */
export function createTextMatcher({ source, flags }: Expression): TextMatcher {
  const pattern = { expression: new RegExp(source, flags), required: requiredPattern(source, flags) }

  return {
    pattern,
    count(text) {
      let count = 0
      visitMatches(pattern, text, () => {
        count += 1
        return true
      })
      return count
    },
    find(text) {
      const matches: TextMatch[] = []
      visitMatches(pattern, text, (offset, length) => matches.push({ offset, length }) > 0)
      return matches
    },
  }
}

function requiredPattern(source: string, flags: string): RegExp | null {
  // Without a repetition nothing takes long.
  const literals = flags.includes('u') && /[*+{]/.test(source) ? requiredLiterals(source) : []
  if (literals.length === 0) return null
  return new RegExp(literals.map(escapeLiteral).join('|'), flags)
}

/**
 * Tells of each match from `from` on that is not empty, until it is answered false. Beyond the last place of what
 * stands in every match it does not look: an expression such as `.*x` takes long to find that it is nowhere.
 */
export function visitMatches(
  { expression, required }: TextPattern,
  text: string,
  found: (offset: number, length: number) => boolean,
  from = 0,
): void {
  let requiredAt = -1
  const mayMatch = (at: number): boolean => {
    if (required === null || requiredAt >= at) return true
    required.lastIndex = at
    requiredAt = required.exec(text)?.index ?? -1
    return requiredAt !== -1
  }
  expression.lastIndex = from
  while (mayMatch(expression.lastIndex)) {
    const match = expression.exec(text)
    if (match === null) return
    const { length } = match[0]
    if (length === 0) expression.lastIndex += stepLength(text, expression)
    else if (!found(match.index, length)) return
  }
}

/** How far to go on after a match of no characters: the engine itself would stay there for ever. */
function stepLength(text: string, { unicode, lastIndex }: RegExp): number {
  return unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff ? 2 : 1
}
