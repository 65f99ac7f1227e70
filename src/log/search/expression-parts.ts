/** A part of a regular expression that means something by itself. */
export interface ExpressionPart {
  /**
   * `letter` and `class` stand for one character, `edge` is `^` or `$`, `repeat` belongs to the part before it, `look`
   * opens a group that is looked at and not taken.
   */
  readonly kind:
    | 'letter'
    | 'class'
    | 'edge'
    | 'boundary'
    | 'reference'
    | 'repeat'
    | 'open'
    | 'look'
    | 'close'
    | 'or'
  readonly text: string
}

const kinds: readonly (readonly [ExpressionPart['kind'], RegExp])[] = [
  ['repeat', /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy],
  ['look', /\(\?<?[=!]/uy],
  ['open', /\((?:\?:|\?<[^>]*>|(?!\?))/uy],
  ['close', /\)/uy],
  ['or', /\|/uy],
  ['edge', /[\^$]/uy],
  ['boundary', /\\[bB]/uy],
  ['reference', /\\(?:[1-9]\d*|k<[^>]*>)/uy],
  ['class', /\.|\[(?:\\.|[^\]\\])*\]|\\[dDsSwW]|\\[pP]\{[^}]*\}/suy],
  ['letter', /\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u\{[^}]*\}|\\u....|\\x..|\\c.|\\.|[^\\()[\]{}]/uy],
]

/**
 * The parts of an expression that compiles with the `u` flag; null when it holds something newer than what is known
 * here.
 */
export function partsOf(source: string): readonly ExpressionPart[] | null {
  const parts: ExpressionPart[] = []
  for (let at = 0; at < source.length; ) {
    const part = partAt(source, at)
    if (part === null) return null
    parts.push(part)
    at += part.text.length
  }
  return parts
}

function partAt(source: string, at: number): ExpressionPart | null {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = at
    const [text] = pattern.exec(source) ?? []
    if (text !== undefined) return { kind, text }
  }
  return null
}

/** How deep in groups each part stands; a group's own brackets are outside of it. */
export function depthsOf(parts: readonly ExpressionPart[]): readonly number[] {
  let depth = 0
  return parts.map(({ kind }) => {
    if (kind === 'close') depth -= 1
    const own = depth
    if (kind === 'open' || kind === 'look') depth += 1
    return own
  })
}
