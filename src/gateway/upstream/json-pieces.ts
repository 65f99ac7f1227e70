import { closingQuote } from '../json-items.ts'
import { type CutJson, sizeOf, textOf } from './cut-json.ts'
import { giveTurn } from './give-turn.ts'
import { TooMuchError, weigh } from './json-weight.ts'
import { parseLossless } from './lossless-json.ts'

/*
 * A large answer is parsed in pieces of itself. As one text it would be there a second time, and everybody would wait until it
 * is parsed; and whether it is worth parsing at all is known only when its values have been counted.
 */

/** How an answer is parsed. */
export interface ParseLimits {
  /** The answer and its values may take so much together. */
  readonly mostBytes: number
  /** What is smaller takes little memory and no time, whatever it is. */
  readonly smallBytes: number
  /** Waits until there is room for so many bytes. */
  readonly room?: (bytes: number) => Promise<void>
  /** Ends the work, when nobody waits for it any more. */
  readonly signal?: AbortSignal
  readonly pieceBytes: number
}

/**
 * Limits for answers that may have `maxBytes`. 50,000 hosts take 38 MB in all, 100,000 transfers of one host 76 MB as v3 and
 * 136 MB as v4 writes them: twice the bytes, and a little.
 */
export function parseLimits(maxBytes: number): ParseLimits {
  return {
    mostBytes: 2.25 * maxBytes,
    smallBytes: Math.min(1024 * 1024, maxBytes / 16),
    pieceBytes: 64 * 1024,
  }
}

/** How far apart the turns are that others get. */
const TURN_BYTES = 1024 * 1024
/** Large lists and objects within each other: answers have eight. */
const MOST_DEPTH = 32

/**
 * The same value as {@link parseLossless} makes of the whole, and its SyntaxErrors; TooMuchError for more than anybody
 * can take (json-weight.ts).
 */
export async function parseCut(json: CutJson, limits: ParseLimits): Promise<unknown> {
  if (sizeOf(json) <= limits.smallBytes) return parseLossless(textOf(json, 0))
  const { hasLongs, bytes } = await weigh(json, limits.mostBytes, limits.signal)
  await limits.room?.(bytes)
  const parse = hasLongs ? parseLossless : (text: string): unknown => JSON.parse(text)
  return new PieceReader(json, { ...limits, parse }).readAll()
}

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const LIST = 0x5b
const LIST_END = 0x5d
const OBJECT = 0x7b
const OBJECT_END = 0x7d

interface Place {
  readonly at: number
  readonly cut: number
}

interface PieceOptions extends Pick<ParseLimits, 'pieceBytes' | 'signal'> {
  readonly parse: (text: string) => unknown
}

class PieceReader {
  readonly #json: CutJson
  readonly #bytes: Buffer
  readonly #pieceBytes: number
  readonly #parse: PieceOptions['parse']
  readonly #signal: PieceOptions['signal']
  #at = 0
  #cut = 0
  #turnAt = 0

  constructor(json: CutJson, { pieceBytes, parse, signal }: PieceOptions) {
    this.#json = json
    this.#bytes = json.bytes
    this.#pieceBytes = pieceBytes
    this.#parse = parse
    this.#signal = signal
  }

  async readAll(): Promise<unknown> {
    const first = this.#next()
    if (first !== LIST && first !== OBJECT) return this.#parse(textOf(this.#json, 0))
    const value = await this.#read(0)
    if (this.#next() !== undefined) throw malformed()
    return value
  }

  async #read(depth: number): Promise<unknown> {
    if (depth > MOST_DEPTH) throw new TooMuchError('Too deep')
    const first = this.#bytes[this.#at]
    if (first === LIST) return this.#readList(depth)
    if (first === OBJECT) return this.#readObject(depth)
    throw malformed()
  }

  async #readList(depth: number): Promise<readonly unknown[]> {
    const items: unknown[] = []
    do {
      this.#at += 1
      const from = this.#place()
      if (this.#skipItems(this.#pieceBytes)) {
        const piece = this.#parse(`[${this.#textSince(from)}]`) as readonly unknown[]
        // Nothing between two commas, or before the end, which only the pieces around it could tell.
        if (piece.length === 0 && (items.length > 0 || this.#next() === COMMA)) throw malformed()
        for (const item of piece) items.push(item)
      } else items.push(await this.#read(depth + 1))
      await this.#giveTurn()
    } while (this.#next() === COMMA)
    this.#close(LIST_END)
    return items
  }

  async #readObject(depth: number): Promise<unknown> {
    const members: [string, unknown][] = []
    do {
      this.#at += 1
      if (members.length === 0 && this.#next() === OBJECT_END) break
      const name = this.#readName()
      const from = this.#place()
      const value = this.#skipItems(0) ? this.#parse(this.#textSince(from)) : await this.#read(depth + 1)
      members.push([name, value])
      await this.#giveTurn()
    } while (this.#next() === COMMA)
    this.#close(OBJECT_END)
    // As JSON.parse does it: `__proto__` is a name like any other, and of two alike the last one counts.
    return Object.fromEntries(members)
  }

  #readName(): string {
    if (this.#next() !== QUOTE) throw malformed()
    const from = this.#place()
    this.#skipString()
    const name: unknown = JSON.parse(this.#textSince(from))
    if (this.#next() !== COLON) throw malformed()
    this.#at += 1
    this.#next()
    return String(name)
  }

  /**
   * Goes on to the comma behind at least `most` bytes of whole items, or to the end of their list. False when the first of
   * them is too large for a piece: it is then the next to be read.
   */
  #skipItems(most: number): boolean {
    this.#next()
    const begin = this.#place()
    let last = begin
    let depth = 0
    for (;;) {
      const byte = this.#skipPlain()
      if (depth === 0) {
        if (isEnd(byte)) return true
        if (byte === COMMA && this.#at - begin.at >= most) return true
        if (byte === COMMA) last = this.#place()
      } else if (this.#at - last.at > this.#pieceBytes) return this.#goBack(last) > begin.at
      if (isEnd(byte)) depth -= 1
      else if (byte !== COMMA) depth += 1
      this.#at += 1
    }
  }

  /** Goes on to the next comma, or whatever opens or ends, and tells which. */
  #skipPlain(): number {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw malformed()
      if (byte === QUOTE) this.#skipString()
      else if (byte === COMMA || byte === LIST || byte === OBJECT || isEnd(byte)) return byte
      else this.#at += 1
    }
  }

  #skipString(): void {
    const { cuts } = this.#json
    const cut = cuts[2 * this.#cut] ?? this.#bytes.length - 1
    if (this.#at === cut && this.#cut < cuts.length / 2) {
      this.#at = cuts[2 * this.#cut + 1] ?? this.#at
      this.#cut += 1
      return
    }
    const quote = closingQuote(this.#bytes, this.#at)
    if (quote > cut) throw malformed()
    this.#at = quote + 1
  }

  /** The next byte that is no blank. */
  #next(): number | undefined {
    let byte = this.#bytes[this.#at]
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.#at += 1
      byte = this.#bytes[this.#at]
    }
    return byte
  }

  #close(end: number): void {
    if (this.#next() !== end) throw malformed()
    this.#at += 1
  }

  #place(): Place {
    return { at: this.#at, cut: this.#cut }
  }

  #goBack({ at, cut }: Place): number {
    this.#at = at
    this.#cut = cut
    return at
  }

  #textSince({ at, cut }: Place): string {
    return textOf(this.#json, at, this.#at, cut, this.#cut)
  }

  async #giveTurn(): Promise<void> {
    if (this.#at - this.#turnAt < TURN_BYTES) return
    this.#turnAt = this.#at
    await giveTurn(this.#signal)
  }
}

function isEnd(byte: number): boolean {
  return byte === LIST_END || byte === OBJECT_END
}

function malformed(): SyntaxError {
  return new SyntaxError('Malformed JSON')
}
