import type { Expression } from './expression.ts'
import { isOptional } from './expression-literals.ts'
import { depthsOf, type ExpressionPart, partsOf } from './expression-parts.ts'

/** An expression that finds in lines joined by newlines what it would find in each of them. */
export interface BlockExpression {
  readonly pattern: RegExp
  /** It asks for the edges of lines, and also takes U+2028 and U+2029 for such. */
  readonly hasEdges: boolean
  /** It surely takes a character: no match of it is empty. */
  readonly isNeverEmpty: boolean
}

/**
 * Nothing in the expression answered can take a newline, so that no match, and no time spent on one, goes beyond a
 * line. Null when it holds what is not known here.
 */
export function blockExpression({ source, flags }: Expression): BlockExpression | null {
  const parts = flags.includes('u') ? partsOf(source) : null
  if (parts === null) return null
  const tested = flags.replace('g', '')
  const pattern = compile(parts.map((part) => withoutBreaks(part, tested)).join(''), `${flags}m`)
  if (pattern === null) return null
  return { pattern, hasEdges: parts.some(({ kind }) => kind === 'edge'), isNeverEmpty: isNeverEmpty(parts) }
}

function compile(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags)
  } catch {
    return null
  }
}

const shorter: Readonly<Record<string, string>> = {
  [String.raw`\s`]: String.raw`[^\S\n]`,
  [String.raw`\D`]: String.raw`[^\d\n]`,
}

function withoutBreaks({ kind, text }: ExpressionPart, flags: string): string {
  const isCharacter = kind === 'class' || kind === 'letter'
  if (!isCharacter || !new RegExp(text, flags).test('\n')) return text
  // After a hyphen it would be a range.
  if (text.startsWith('[^') && !text.startsWith('[^-')) return String.raw`[^\n${text.slice(2)}`
  return shorter[text] ?? String.raw`(?:(?!\n)${text})`
}

/** Each alternative has a character of its own that it can't do without. */
function isNeverEmpty(parts: readonly ExpressionPart[]): boolean {
  const depths = depthsOf(parts)
  let takes = false
  for (const [index, { kind }] of parts.entries()) {
    if (depths[index] !== 0) continue
    const isCharacter = kind === 'class' || kind === 'letter'
    if (isCharacter && !isOptional(parts[index + 1])) takes = true
    else if (kind === 'or' && !takes) return false
    else if (kind === 'or') takes = false
  }
  return takes
}
