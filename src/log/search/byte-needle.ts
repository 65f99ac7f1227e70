import { maxNeedleBytes } from './byte-kernels.ts'
import { caseVariants } from './case-variants.ts'
import type { Expression } from './expression.ts'
import { requiredLiterals } from './expression-literals.ts'
import type { SearchQuery } from './search-query.ts'

/** A literal as bytes to be found in bytes. */
export interface ByteNeedle {
  /** Each byte is one or the other. */
  readonly low: Uint8Array
  readonly high: Uint8Array
  /** False: where it is not found there is no match, but where it is found there need not be one. */
  readonly isExact: boolean
  readonly wholeWord: boolean
  /** It may begin with a byte that a colour sequence may hold. */
  readonly isInColours: boolean
  /** The needle has `after` right after `before`: it can stand on both sides of what is not shown between them. */
  joins(before: number, after: number): boolean
}

/** Two bytes of a needle to look for first: where in it they are. */
export interface NeedlePair {
  readonly first: number
  readonly second: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal acts on is what is looked for
const unfit = /[\u001b\r\b\n\ufffd]|\p{Surrogate}/u
/** A shorter literal is on too many lines to be of use. */
const usefulBytes = 3

/**
 * The needles of texts of which any is a match, or null when bytes do not tell: what stands for bytes that are no
 * text, what a terminal acts on, and letters with more cases than two.
 */
export function needlesOf(
  texts: readonly string[],
  { isRegex, matchCase, wholeWord }: SearchQuery,
  { flags }: Expression,
): readonly ByteNeedle[] | null {
  const isAsWritten = isRegex || matchCase
  const bytesOf = flags.includes('i') ? foldedBytes : isAsWritten ? sameBytes : asciiBytes
  const needles = texts.flatMap((text) =>
    text === '' || unfit.test(text) ? [] : (createNeedle(Array.from(text, bytesOf), wholeWord, text) ?? []),
  )
  return needles.length === texts.length ? needles : null
}

/** Literals of which one is on every line that a regular expression matches on; null when none are seen. */
export function requiredNeedles(query: SearchQuery, expression: Expression): readonly ByteNeedle[] | null {
  if (!expression.flags.includes('u')) return null
  const literals = requiredLiterals(query.text)
  const needles = literals.length === 0 ? null : needlesOf(literals, query, expression)
  return needles?.every(({ low }) => low.length >= usefulBytes) === true ? needles : null
}

/** A character's bytes in its cases; null when two do not say it all. */
interface LetterBytes {
  readonly low: Uint8Array
  readonly high: Uint8Array
}

const utf8 = new TextEncoder()

function sameBytes(letter: string): LetterBytes {
  return { low: utf8.encode(letter), high: utf8.encode(letter) }
}

/** ASCII letters only find themselves (see `expressionOf`). */
function asciiBytes(letter: string): LetterBytes {
  if (letter > '\u007f') return sameBytes(letter)
  return { low: utf8.encode(letter.toLowerCase()), high: utf8.encode(letter.toUpperCase()) }
}

function foldedBytes(letter: string): LetterBytes | null {
  const [one = letter, other = one, ...more] = caseVariants(letter)
  const low = utf8.encode(one)
  const high = utf8.encode(other)
  return more.length > 0 || low.length !== high.length ? null : { low, high }
}

/** Two bytes that differ would also be found in mixtures of the two cases. */
function isExactly({ low, high }: LetterBytes): boolean {
  return low.filter((byte, index) => byte !== high[index]).length <= 1
}

/** The needle of the longest run of letters that can be told by their bytes. */
function createNeedle(
  letters: readonly (LetterBytes | null)[],
  wholeWord: boolean,
  text: string,
): ByteNeedle | null {
  const run = longestRun(letters)
  const low = Uint8Array.from(run.flatMap((letter) => [...letter.low]))
  const high = Uint8Array.from(run.flatMap((letter) => [...letter.high]))
  if (low.length === 0 || low.length > maxNeedleBytes) return null
  const isExact = run.length === [...text].length && run.every(isExactly)
  const isInColours = [low[0] ?? 0, high[0] ?? 0].some((byte) => colourByte(byte))
  return { low, high, isExact, wholeWord, isInColours, joins: joinsOf(low, high) }
}

function longestRun(letters: readonly (LetterBytes | null)[]): readonly LetterBytes[] {
  let longest: readonly LetterBytes[] = []
  let run: LetterBytes[] = []
  for (const letter of letters) {
    if (letter === null) run = []
    else run.push(letter)
    if (run.length > longest.length) longest = [...run]
  }
  return longest
}

/** `[`, parameters and what is between, and the `m`. */
function colourByte(byte: number): boolean {
  return byte === 0x5b || byte === 0x6d || (byte >= 0x20 && byte <= 0x3f)
}

function joinsOf(low: Uint8Array, high: Uint8Array): ByteNeedle['joins'] {
  const neighbours = new Uint8Array(256 * 256)
  const enter = (before = 0, after = 0): void => {
    neighbours[before * 256 + after] = 1
  }
  for (let index = 1; index < low.length; index += 1) {
    enter(low[index - 1], low[index])
    enter(low[index - 1], high[index])
    enter(high[index - 1], low[index])
    enter(high[index - 1], high[index])
  }
  return (before, after) => neighbours[before * 256 + after] === 1
}

/** The two bytes that are rarest in a text: the rarer what is looked for, the less often one looks closer. */
export function rarestPair({ low, high }: ByteNeedle, text: Uint8Array): NeedlePair {
  const frequency = new Uint32Array(256)
  for (const byte of text) frequency[byte] = (frequency[byte] ?? 0) + 1
  const of = (byte = 0): number => frequency[byte] ?? 0
  const places = Array.from(low, (byte, place) => {
    const other = high[place]
    return { place, count: of(byte) + (other === byte ? 0 : of(other)) }
  })
  places.sort((one, other) => one.count - other.count)
  const first = places[0]?.place ?? 0
  return { first, second: places[1]?.place ?? first }
}
