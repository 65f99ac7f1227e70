/** Pieces at least this long are kept as they came; shorter ones are gathered, so that a text that trickles in
 * by the byte neither costs an array per byte nor keeps a whole network chunk alive. */
const keepFromBytes = 32 * 1024
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

export function createChunkList(): ChunkList {
  const chunks: Chunk[] = []
  let byteLength = 0
  /** Index of the chunk found last: the next byte looked for is mostly there too. */
  let lastFound = 0

  const gather = (piece: Uint8Array): void => {
    const last = chunks.at(-1)
    if (last?.gathers !== true || last.used + piece.length > gatherBytes) {
      chunks.push({ start: byteLength, bytes: piece.slice(), used: piece.length, gathers: true })
      return
    }
    if (last.used + piece.length > last.bytes.length) last.bytes = grow(last, piece.length)
    last.bytes.set(piece, last.used)
    last.used += piece.length
  }

  /** Index of the chunk that holds byte `position`. */
  const find = (position: number): number => {
    const last = chunks[lastFound]
    if (last !== undefined && position >= last.start && position < last.start + last.used) return lastFound
    lastFound = search(position)
    return lastFound
  }

  const search = (position: number): number => {
    let low = 0
    let high = chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((chunks[middle]?.start ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Calls `visit` with the consecutive views that make up `start` to `end`, until it answers false. */
  const visitViews = (
    start: number,
    end: number,
    visit: (view: Uint8Array, position: number) => boolean,
  ): void => {
    let position = start
    for (let index = find(start); position < end; index += 1) {
      const chunk = chunks[index]
      if (chunk === undefined) return
      const to = Math.min(chunk.used, end - chunk.start)
      if (!visit(chunk.bytes.subarray(position - chunk.start, to), position)) return
      position = chunk.start + to
    }
  }

  return {
    get byteLength() {
      return byteLength
    },
    append(piece) {
      if (piece.length >= keepFromBytes) {
        chunks.push({ start: byteLength, bytes: piece, used: piece.length, gathers: false })
      } else if (piece.length > 0) gather(piece)
      byteLength += piece.length
    },
    truncate(length) {
      while ((chunks.at(-1)?.start ?? -1) >= length) chunks.pop()
      const last = chunks.at(-1)
      if (last !== undefined) last.used = Math.min(last.used, length - last.start)
      byteLength = Math.min(byteLength, length)
    },
    read(start, end) {
      const to = Math.min(end, byteLength)
      if (start >= to) return new Uint8Array(0)
      const first = chunks[find(start)]
      if (first !== undefined && to <= first.start + first.used) {
        return first.bytes.subarray(start - first.start, to - first.start)
      }
      const joined = new Uint8Array(to - start)
      let position = 0
      visitViews(start, to, (view) => {
        joined.set(view, position)
        position += view.length
        return true
      })
      return joined
    },
    copyTo(target, start, end) {
      visitViews(start, Math.min(end, byteLength), (view, position) => {
        target.set(view, position - start)
        return true
      })
    },
    at(position) {
      if (position < 0 || position >= byteLength) return -1
      const chunk = chunks[find(position)]
      return chunk?.bytes[position - chunk.start] ?? -1
    },
    commonLength(start, piece) {
      let common = 0
      visitViews(start, Math.min(byteLength, start + piece.length), (view) => {
        const equal = equalPrefix(view, piece, common)
        common += equal
        return equal === view.length
      })
      return common
    },
    views() {
      return chunks.map(({ bytes, used }) => bytes.subarray(0, used) as Uint8Array<ArrayBuffer>)
    },
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
