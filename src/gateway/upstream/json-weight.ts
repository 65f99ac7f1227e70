import { closingQuote } from '../json-items.ts'
import type { CutJson } from './cut-json.ts'
import { giveTurn } from './give-turn.ts'
import { LONG_DIGITS } from './lossless-json.ts'

/** An answer of more than anybody can take: its bytes are few enough, what would become of them is not. */
export class TooMuchError extends Error {
  override readonly name = 'TooMuchError'
}

/** All calls of all generations together have two hundred. Objects of names that are always others are laid out each by itself. */
const MOST_NAMES = 1_000
/** Answers have ten. */
const MOST_DEPTH = 1_000
/** Of strings so long the piece of JSON they stand in counts as well: it is there at the same time. */
const LONG_STRING_BYTES = 64 * 1024
/** How far apart the turns are that others get. */
const TURN_BYTES = 1024 * 1024

/** What V8 makes of JSON, roughly. A list that grows is there twice, and lately one and a half times as large. */
const LIST_PLACE = 32
const OBJECT_PLACE = 8
const CONTAINER = 40
const STRING = 16
const NUMBER = 16
/** Longer ones do not fit into their place. */
const SHORT_DIGITS = 9

const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const COLON = 0x3a
const LIST = 0x5b
const LIST_END = 0x5d
const OBJECT = 0x7b
const OBJECT_END = 0x7d

/** What an answer is made of. */
export interface Weight {
  /** Its own bytes, and those of what becomes of it. */
  readonly bytes: number
  /** Whether there are numbers that JSON.parse might round. */
  readonly hasLongs: boolean
}

/**
 * Adds up what the values of an answer will take, before they are made: 60 MB of nothing but brackets, numbers or names would
 * be a gigabyte, and half a minute during which nobody else is served. Rejects with {@link TooMuchError} beyond `mostBytes`, or as `signal` does.
 */
export async function weigh(json: CutJson, mostBytes: number, signal?: AbortSignal): Promise<Weight> {
  const weigher = new Weigher(json)
  while (weigher.goOn()) {
    if (weigher.total > mostBytes) break
    await giveTurn(signal)
  }
  if (weigher.total > mostBytes) throw new TooMuchError('Too many values')
  return { bytes: weigher.total, hasLongs: weigher.hasLongs }
}

class Weigher {
  readonly #bytes: Buffer
  readonly #cuts: readonly number[]
  readonly #names = new Set<number>()
  /** What opened and has not closed yet: 1 a list. */
  readonly #open = new Uint8Array(MOST_DEPTH)
  #depth = 0
  #at = 0
  #cut = 0
  total: number
  hasLongs = false

  constructor({ bytes, cuts }: CutJson) {
    this.#bytes = bytes
    this.#cuts = cuts
    this.total = bytes.length
  }

  /** False at the end. */
  goOn(): boolean {
    const stop = Math.min(this.#at + TURN_BYTES, this.#bytes.length)
    while (this.#at < stop) {
      const byte = this.#bytes[this.#at] ?? 0
      if (byte === QUOTE) this.#string()
      else if (byte === MINUS || (byte >= 0x30 && byte <= 0x39)) this.#number()
      else this.#mark(byte)
    }
    return this.#at < this.#bytes.length
  }

  #mark(byte: number): void {
    this.#at += 1
    if (byte === COMMA) this.total += this.#open[this.#depth] === 1 ? LIST_PLACE : OBJECT_PLACE
    else if (byte === LIST || byte === OBJECT) this.#opened(byte === LIST ? 1 : 0)
    else if ((byte === LIST_END || byte === OBJECT_END) && this.#depth > 0) this.#depth -= 1
  }

  #opened(isList: 0 | 1): void {
    this.total += CONTAINER
    this.#depth += 1
    if (this.#depth === MOST_DEPTH) throw new TooMuchError('Too deep')
    this.#open[this.#depth] = isList
  }

  #string(): void {
    if (this.#at === this.#cuts[2 * this.#cut]) {
      this.total += 3 * STRING
      this.#at = this.#cuts[2 * this.#cut + 1] ?? this.#at
      this.#cut += 1
      return
    }
    const from = this.#at + 1
    const quote = closingQuote(this.#bytes, this.#at)
    this.#at = quote + 1
    const length = quote - from
    if (this.#isName()) this.#name(from, quote)
    else this.total += STRING + (length > LONG_STRING_BYTES ? 3 * length : length)
  }

  #isName(): boolean {
    let at = this.#at
    while ((this.#bytes[at] ?? COLON) <= 0x20) at += 1
    return this.#bytes[at] === COLON
  }

  /** A name that was there before costs nothing. */
  #name(from: number, to: number): void {
    let hash = to - from
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 16_777_619)
    if (this.#names.has(hash)) return
    this.#names.add(hash)
    this.total += STRING + to - from
    if (this.#names.size > MOST_NAMES) throw new TooMuchError('Too many names')
  }

  #number(): void {
    const from = this.#at
    let byte: number | undefined
    do {
      this.#at += 1
      byte = this.#bytes[this.#at]
    } while (byte !== undefined && byte >= 0x2b && byte <= 0x39 && byte !== COMMA)
    const length = this.#at - from
    if (length > SHORT_DIGITS) this.total += NUMBER + length
    if (length >= LONG_DIGITS) this.hasLongs = true
  }
}
