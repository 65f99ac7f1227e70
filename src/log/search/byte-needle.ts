import { maxNeedleBytes } from './byte-kernels.ts'
import { hasCaseBeyondAscii } from './expression.ts'
import type { SearchQuery } from './search-query.ts'

/** A literal as bytes to be found in bytes. */
export interface ByteNeedle {
  readonly byteLength: number
  readonly wholeWord: boolean
  /** What the first byte is looked for as, both cases. */
  pairFor(text: Uint8Array): NeedlePair
  /** True when the needle stands at a position. */
  isAt(text: Uint8Array, position: number): boolean
  /** The needle has `after` right after `before`: it can stand on both sides of what is not shown between them. */
  joins(before: number, after: number): boolean
}

/** Two bytes of a needle to look for first: where in it they are, and both cases of each. */
export interface NeedlePair {
  readonly first: number
  readonly second: number
  readonly a: number
  readonly A: number
  readonly b: number
  readonly B: number
}

/**
 * The needle of a query, or null when bytes do not tell: expressions, letters with cases of their own, what stands
 * for bytes that are no text, and what a terminal acts on.
 */
export function byteNeedle({ text, isRegex, matchCase, wholeWord }: SearchQuery): ByteNeedle | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal acts on is what is looked for
  if (isRegex || text === '' || /[\u001b\r\b\n\ufffd]|\p{Surrogate}/u.test(text)) return null
  if (!matchCase && hasCaseBeyondAscii(text)) return null
  const fold = matchCase ? identity : lowerCase
  const bytes = new TextEncoder().encode(text).map((byte) => fold[byte] ?? byte)
  if (bytes.length > maxNeedleBytes) return null
  return createNeedle(bytes, fold, wholeWord)
}

function createNeedle(bytes: Uint8Array, fold: Uint8Array, wholeWord: boolean): ByteNeedle {
  const neighbours = new Uint8Array(256 * 256)
  for (let index = 1; index < bytes.length; index += 1) {
    neighbours[(bytes[index - 1] ?? 0) * 256 + (bytes[index] ?? 0)] = 1
  }
  return {
    byteLength: bytes.length,
    wholeWord,
    pairFor: (text) => rarestPair(bytes, fold, text),
    isAt(text, position) {
      for (let index = 0; index < bytes.length; index += 1) {
        if (fold[text[position + index] ?? 0] !== bytes[index]) return false
      }
      return true
    },
    joins: (before, after) => neighbours[(fold[before] ?? 0) * 256 + (fold[after] ?? 0)] === 1,
  }
}

/** The two bytes that are rarest in a text: the rarer what is looked for, the less often one looks closer. */
function rarestPair(bytes: Uint8Array, fold: Uint8Array, text: Uint8Array): NeedlePair {
  const frequency = new Uint32Array(256)
  for (let index = 0; index < text.length; index += 1) {
    const byte = fold[text[index] ?? 0] ?? 0
    frequency[byte] = (frequency[byte] ?? 0) + 1
  }
  const places = Array.from(bytes, (byte, place) => ({ place, count: frequency[byte] ?? 0 }))
  places.sort((one, other) => one.count - other.count)
  const first = places[0]?.place ?? 0
  const second = places[1]?.place ?? first
  const a = bytes[first] ?? 0
  const b = bytes[second] ?? 0
  return { first, second, a, A: otherCase(a, fold), b, B: otherCase(b, fold) }
}

function otherCase(byte: number, fold: Uint8Array): number {
  return byte >= 0x61 && byte <= 0x7a && fold === lowerCase ? byte - 0x20 : byte
}

const identity = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const lowerCase = identity.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte))
