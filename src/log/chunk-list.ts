/**
 * Pieces at least this long are kept as they came; shorter ones are copied, so that a text that trickles in
 * by the byte neither costs an array per byte nor keeps a whole network chunk alive.
 */
export const keepFromBytes = 32 * 1024
const gatherBytes = 64 * 1024

interface Chunk {
  /** Position of its first byte in the whole. */
  readonly start: number
  /** Storage; only the first `used` bytes count. */
  bytes: Uint8Array
  used: number
  readonly gathers: boolean
}

/** Bytes in the order they came, without ever making one big copy. */
export interface ChunkList {
  readonly byteLength: number
  append(piece: Uint8Array): void
  /** Forgets everything from `byteLength` on. */
  truncate(byteLength: number): void
  /** The bytes from `start` to before `end`: a view where possible, a copy when it spans chunks. */
  read(start: number, end: number): Uint8Array
  /** Copies the bytes from `start` to before `end` to the beginning of `target`. */
  copyTo(target: Uint8Array, start: number, end: number): void
  /** The byte at a position; -1 where there is none. */
  at(position: number): number
  /** How many bytes of `piece` are equal to the bytes from `start` on; at most what is there. */
  commonLength(start: number, piece: Uint8Array): number
  /** Views of all bytes, in order. */
  views(): Uint8Array<ArrayBuffer>[]
}

/** An empty list. */
export function createChunkList(): ChunkList {
  return new KeptChunks()
}

/** A class: 100,000 transfers have a log each, and closures would be most of their memory. */
class KeptChunks implements ChunkList {
  readonly #chunks: Chunk[] = []
  #byteLength = 0
  /** Index of the chunk found last: the next byte looked for is mostly there too. */
  #lastFound = 0

  get byteLength(): number {
    return this.#byteLength
  }

  append(piece: Uint8Array): void {
    if (piece.length >= keepFromBytes) {
      this.#chunks.push({ start: this.#byteLength, bytes: piece, used: piece.length, gathers: false })
    } else if (piece.length > 0) this.#gather(piece)
    this.#byteLength += piece.length
  }

  truncate(byteLength: number): void {
    const chunks = this.#chunks
    while ((chunks.at(-1)?.start ?? -1) >= byteLength) chunks.pop()
    const last = chunks.at(-1)
    if (last !== undefined) last.used = Math.min(last.used, byteLength - last.start)
    this.#byteLength = Math.min(this.#byteLength, byteLength)
  }

  read(start: number, end: number): Uint8Array {
    const to = Math.min(end, this.#byteLength)
    if (start >= to) return new Uint8Array(0)
    const first = this.#chunks[this.#find(start)]
    if (first !== undefined && to <= first.start + first.used) {
      return first.bytes.subarray(start - first.start, to - first.start)
    }
    const joined = new Uint8Array(to - start)
    this.copyTo(joined, start, to)
    return joined
  }

  copyTo(target: Uint8Array, start: number, end: number): void {
    this.#visitViews(start, Math.min(end, this.#byteLength), (view, position) => {
      target.set(view, position - start)
      return true
    })
  }

  at(position: number): number {
    if (position < 0 || position >= this.#byteLength) return -1
    const chunk = this.#chunks[this.#find(position)]
    return chunk?.bytes[position - chunk.start] ?? -1
  }

  commonLength(start: number, piece: Uint8Array): number {
    let common = 0
    this.#visitViews(start, Math.min(this.#byteLength, start + piece.length), (view) => {
      const equal = equalPrefix(view, piece, common)
      common += equal
      return equal === view.length
    })
    return common
  }

  views(): Uint8Array<ArrayBuffer>[] {
    return this.#chunks.map(({ bytes, used }) => bytes.subarray(0, used) as Uint8Array<ArrayBuffer>)
  }

  #gather(piece: Uint8Array): void {
    let last = this.#chunks.at(-1)
    if (last?.gathers !== true || last.used + piece.length > gatherBytes) {
      // What has trickled in until one was full is about to fill another; a rest takes no more room than it needs.
      const room = last?.gathers === true ? gatherBytes : piece.length
      last = { start: this.#byteLength, bytes: new Uint8Array(room), used: 0, gathers: true }
      this.#chunks.push(last)
    }
    if (last.used + piece.length > last.bytes.length) last.bytes = grow(last, piece.length)
    last.bytes.set(piece, last.used)
    last.used += piece.length
  }

  /** Index of the chunk that holds byte `position`. */
  #find(position: number): number {
    const last = this.#chunks[this.#lastFound]
    if (last !== undefined && position >= last.start && position < last.start + last.used) {
      return this.#lastFound
    }
    this.#lastFound = this.#search(position)
    return this.#lastFound
  }

  #search(position: number): number {
    let low = 0
    let high = this.#chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#chunks[middle]?.start ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Calls `visit` with the consecutive views that make up `start` to `end`, until it answers false. */
  #visitViews(start: number, end: number, visit: (view: Uint8Array, position: number) => boolean): void {
    let position = start
    for (let index = this.#find(start); position < end; index += 1) {
      const chunk = this.#chunks[index]
      if (chunk === undefined) return
      const to = Math.min(chunk.used, end - chunk.start)
      if (!visit(chunk.bytes.subarray(position - chunk.start, to), position)) return
      position = chunk.start + to
    }
  }
}

function grow(chunk: Chunk, moreBytes: number): Uint8Array {
  const wider = new Uint8Array(Math.min(gatherBytes, Math.max(chunk.used * 2, chunk.used + moreBytes)))
  wider.set(chunk.bytes.subarray(0, chunk.used))
  return wider
}

function equalPrefix(view: Uint8Array, piece: Uint8Array, pieceStart: number): number {
  let index = 0
  while (index < view.length && view[index] === piece[pieceStart + index]) index += 1
  return index
}
