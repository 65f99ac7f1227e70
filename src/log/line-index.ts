import { newlineLoops } from './newline-loops.ts'

/** Lines per block: blocks are never copied when the index grows, so a million lines cost no pause. */
const blockLines = 32 * 1024
const newline = 10
/** Up to as many lines a plain list is smaller than a typed array. */
const fewLines = 16
/** For less than this it is not worth while to copy it to where the loops are. */
const loopFromBytes = 4 * 1024

/** Where each line of a growing text begins. */
export interface LineIndex {
  /** Lines begun so far. A newline at the very end does not begin another line. */
  readonly lineCount: number
  /** Byte position of a line's first byte. `lineIndex` must be below `lineCount`. */
  start(lineIndex: number): number
  /** Takes the next bytes of the text, which begin at byte `position` of it. */
  append(piece: Uint8Array, position: number): void
  /** The index of the line that holds byte `position`. */
  lineAt(position: number): number
  /**
   * Into `lines` go the lines that hold the first `count` of these positions, which are in order and not far behind
   * the beginning of `firstLine`; `offset` is added to each.
   */
  linesAt(positions: Uint32Array, count: number, offset: number, firstLine: number, lines: Uint32Array): void
  /** Forgets everything from byte `byteLength` on; `endsWithNewline` tells of the byte before it. */
  truncate(byteLength: number, endsWithNewline: boolean): void
}

/** An empty index. */
export function createLineIndex(): LineIndex {
  return new BlockedLineIndex()
}

/** A class, as those it stands beside: 100,000 transfers have a log each, and closures would be most of their memory. */
class BlockedLineIndex implements LineIndex {
  /** The first one grows, and is a plain list while it is short: a typed array costs more than a few lines. */
  readonly #blocks: (Uint32Array | number[])[] = []
  #lineCount = 0
  /** The next byte begins a line. Held back until that byte comes, so a last newline adds no line. */
  #atLineStart = true

  get lineCount(): number {
    return this.#lineCount
  }

  start(lineIndex: number): number {
    return this.#blocks[Math.floor(lineIndex / blockLines)]?.[lineIndex % blockLines] ?? 0
  }

  append(piece: Uint8Array, position: number): void {
    if (piece.length === 0) return
    if (this.#atLineStart) this.#begin(position)
    const last = piece.length - 1
    this.#atLineStart = piece[last] === newline
    this.#beginAfter(piece.subarray(0, last), position + 1)
  }

  lineAt(position: number): number {
    let low = 0
    let high = this.#lineCount - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.start(middle) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  linesAt(
    positions: Uint32Array,
    count: number,
    offset: number,
    firstLine: number,
    lines: Uint32Array,
  ): void {
    let index = 0
    for (let blockAt = firstLine - (firstLine % blockLines); index < count; blockAt += blockLines) {
      const block = this.#blocks[blockAt / blockLines] ?? []
      const room = Math.min(blockLines, this.#lineCount - blockAt)
      const end = this.#startOrEnd(blockAt + room) - offset
      let place = Math.max(0, firstLine - blockAt)
      for (let position = positions[index] ?? end; index < count && position < end; ) {
        while (place + 1 < room && (block[place + 1] ?? 0) - offset <= position) place += 1
        lines[index] = blockAt + place
        index += 1
        position = positions[index] ?? end
      }
    }
  }

  truncate(byteLength: number, endsWithNewline: boolean): void {
    this.#lineCount = byteLength === 0 ? 0 : this.lineAt(byteLength - 1) + 1
    this.#atLineStart = byteLength === 0 || endsWithNewline
    this.#blocks.length = Math.ceil(this.#lineCount / blockLines)
  }

  #startOrEnd(lineIndex: number): number {
    return lineIndex < this.#lineCount ? this.start(lineIndex) : Number.POSITIVE_INFINITY
  }

  /** Begins a line after each newline; `offset` is added to its place. */
  #beginAfter(text: Uint8Array, offset: number): void {
    const loops = text.length < loopFromBytes ? null : newlineLoops()
    if (loops === null) {
      for (let at = text.indexOf(newline); at !== -1; at = text.indexOf(newline, at + 1))
        this.#begin(offset + at)
      return
    }
    for (let at = 0; at < text.length; at += loops.roomBytes) {
      const bytes = text.subarray(at, at + loops.roomBytes)
      loops.text.set(bytes)
      this.#beginAll(loops.found, loops.findBytes(bytes.length, newline, newline, newline), offset + at)
    }
  }

  #beginAll(positions: Uint32Array, count: number, offset: number): void {
    for (let index = 0; index < count; ) {
      this.#begin((positions[index] ?? 0) + offset)
      index += 1
      const block = this.#blocks[Math.floor(this.#lineCount / blockLines)]
      if (block === undefined || Array.isArray(block)) continue
      const from = this.#lineCount % blockLines
      const more = Math.min(count - index, block.length - from)
      for (let line = 0; line < more; line += 1) block[from + line] = (positions[index + line] ?? 0) + offset
      this.#lineCount += more
      index += more
    }
  }

  #begin(position: number): void {
    const place = this.#lineCount % blockLines
    let block = this.#blocks[Math.floor(this.#lineCount / blockLines)]
    if (block === undefined || place >= this.#room(block)) block = this.#widen(block)
    block[place] = position
    this.#lineCount += 1
  }

  #room(block: Uint32Array | number[]): number {
    return Array.isArray(block) ? fewLines : block.length
  }

  /** A log of ten lines should not own room for 32,768: the first block starts small and doubles. */
  #widen(block: Uint32Array | number[] | undefined): Uint32Array | number[] {
    const wider = this.#lineCount === 0 ? [] : this.#typedBlock(block)
    this.#blocks[Math.floor(this.#lineCount / blockLines)] = wider
    return wider
  }

  #typedBlock(block: Uint32Array | number[] | undefined): Uint32Array {
    const isFirst = this.#lineCount < blockLines
    const wider = new Uint32Array(isFirst ? Math.min(blockLines, this.#lineCount * 2) : blockLines)
    if (block !== undefined) wider.set(block)
    return wider
  }
}
