import { waysOf } from './literal-variants.ts'
import type { SearchQuery } from './search-query.ts'

/** A query as the regular expression that finds the same in one piece of shown text. */
export interface Expression {
  readonly source: string
  readonly flags: string
}

/** Letters and digits of any script: what must not touch a whole word. */
const wordCharacter = String.raw`[\p{L}\p{N}_]`

/** The expression of a query, or why there is none (the engine's words). */
export function expressionOf(query: SearchQuery): Expression | { readonly message: string } {
  return query.isRegex ? ofRegex(query) : ofLiteral(query)
}

function ofLiteral({ text, matchCase, wholeWord }: SearchQuery): Expression {
  const source = canonicalSource(text)
  if (matchCase) return { source: asWord(source, wholeWord, wordCharacter), flags: 'gu' }
  const hasCase = hasCaseBeyondAscii(text.normalize('NFC') + text.normalize('NFD') + text)
  if (hasCase) return { source: asWord(source, wholeWord, wordCharacter), flags: 'giu' }
  // With `iu` a plain "k" would also find U+212A, the Kelvin sign: spelled out, ASCII letters only find themselves.
  const spelled = source.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
  return { source: asWord(spelled, wholeWord, wordCharacter), flags: 'gu' }
}

/** Finds a text however its letters with marks are written. */
function canonicalSource(text: string): string {
  const ways = waysOf(text).map((ways) => ways.map(escapeLiteral))
  const source = ways.map(([only = '', ...others]) =>
    others.length === 0 ? only : `(?:${[only, ...others].join('|')})`,
  )
  const joined = source.join('')
  // A text in a form of its own is also found as it is.
  return new RegExp(`^(?:${joined})$`, 'u').test(text) ? joined : `(?:${joined}|${escapeLiteral(text)})`
}

/** A text as the source of the expression that finds it. */
export function escapeLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** A letter outside ASCII has an upper and a lower case: most texts in Chinese have none. */
export function hasCaseBeyondAscii(text: string): boolean {
  return /(?![A-Za-z])\p{Changes_When_Casemapped}/u.test(text)
}

function ofRegex({ text, matchCase, wholeWord }: SearchQuery): Expression | { readonly message: string } {
  const flags = matchCase ? 'g' : 'gi'
  // Checked alone first: "a)|(b" is wrong, and must not become right by what is put around it.
  if (compileError(text, `${flags}u`) === null) {
    return { source: asWord(text, wholeWord, wordCharacter), flags: `${flags}u` }
  }
  const message = compileError(text, flags)
  if (message !== null) return { message }
  return { source: asWord(text, wholeWord, wholeWord ? wordUnits() : ''), flags }
}

function compileError(source: string, flags: string): string | null {
  try {
    new RegExp(source, flags)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function asWord(source: string, wholeWord: boolean, character: string): string {
  return wholeWord ? `(?<!${character})(?:${source})(?!${character})` : source
}

/** `wordCharacter` for an expression that only works without the `u` flag, which does not know `\p`. */
function wordUnits(): string {
  const isWord = /[\p{L}\p{N}_]/u
  let ranges = ''
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const from = unit
    while (unit < 0x10000 && isWord.test(String.fromCharCode(unit))) unit += 1
    if (unit > from) ranges += `${unitEscape(from)}-${unitEscape(unit - 1)}`
  }
  return `[${ranges}]`
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
