import { isDecimalId } from '#contract'
import { ProblemError } from '../problem-error.ts'

/*
 * Ids are Java longs, and JSON.parse rounds integers beyond 2^53. Node 20 has no source-text reviver, a regular
 * expression overflows the stack at 10 MB, and a JSON library is many times slower than this scanner on a body
 * that is mostly one big log string (docs/decisions/0002).
 */

/** Integers with this many digits or more may lose precision as a JavaScript number: 2^53 has 16. */
export const LONG_DIGITS = 16

/**
 * JSON.parse, but integers of 16 digits and more arrive as decimal strings. Shorter ones stay numbers, so a
 * reader of ids takes number or string. Throws SyntaxError where JSON.parse would.
 */
export function parseLossless(text: string): unknown {
  return JSON.parse(quoteLongs(text))
}

/** The text with every long integer outside strings put in quotes; the very same string when there is none. */
function quoteLongs(text: string): string {
  const pieces: string[] = []
  let copied = 0
  let at = 0
  while (at < text.length) {
    const quote = text.indexOf('"', at)
    const stop = quote === -1 ? text.length : quote
    while (at < stop) {
      if (!startsNumber(text.charCodeAt(at))) {
        at += 1
        continue
      }
      const end = numberEnd(text, at, stop)
      if (isLong(text, at, end)) {
        pieces.push(text.slice(copied, at), '"', text.slice(at, end), '"')
        copied = end
      }
      at = end
    }
    if (quote === -1) break
    at = stringEnd(text, quote)
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(copied)
}

const isDigit = (code: number) => code >= 48 && code <= 57
const startsNumber = (code: number) => isDigit(code) || code === 45

/** Where the characters a number may be made of end: digits, sign, point, exponent. */
function numberEnd(text: string, start: number, stop: number): number {
  let at = start + 1
  while (at < stop) {
    const code = text.charCodeAt(at)
    const partOfNumber =
      isDigit(code) || code === 46 || code === 101 || code === 69 || code === 43 || code === 45
    if (!partOfNumber) return at
    at += 1
  }
  return at
}

function isLong(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) === 45 ? start + 1 : start
  if (end - first < LONG_DIGITS || text.charCodeAt(first) === 48) return false
  for (let at = first; at < end; at += 1) if (!isDigit(text.charCodeAt(at))) return false
  // A bare number as an object key is no JSON; quoting it would make it look like some.
  return !/^\s*:/.test(text.slice(end, end + 8))
}

/** Index after the closing quote; hops with indexOf, since a log of many megabytes is one string. */
function stringEnd(text: string, openQuote: number): number {
  let quote = text.indexOf('"', openQuote + 1)
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  return quote === -1 ? text.length : quote + 1
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0
  while (text.charCodeAt(quote - 1 - slashes) === 92) slashes += 1
  return slashes % 2 === 1
}

/** A decimal that {@link stringifyLossless} writes as an unquoted number token, and a query as plain digits. */
export class LongToken {
  readonly digits: string
  constructor(digits: string) {
    this.digits = digits
  }
  toString(): string {
    return this.digits
  }
}

/** Marks an id string to travel as a JSON number. Throws problem `bad-request` on anything but a Java long. */
export function longToken(id: string): LongToken {
  if (!isDecimalId(id)) throw new ProblemError({ kind: 'bad-request', message: 'Not a valid id' })
  return new LongToken(id)
}

/** JSON.stringify for plain values, writing each {@link longToken} as its exact digits. Drops `undefined`. */
export function stringifyLossless(value: unknown): string {
  if (value instanceof LongToken) return value.digits
  if (Array.isArray(value)) return `[${value.map(stringifyLossless).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${stringifyLossless(member)}`).join(',')}}`
}
