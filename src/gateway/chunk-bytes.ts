/** Small enough that what waits for a slow reader is little, large enough that sending costs nothing. */
const CHUNK_BYTES = 64 * 1024

/** One chunk of a stream while it is filled. Parts are copied in, so that their memory is free at once. */
export class ChunkBytes {
  #bytes = Buffer.alloc(0)
  size = 0

  /** Takes as much of `part` as there is room for, and answers the rest; `behind` more will follow. */
  add(part: Buffer, behind: number): Buffer {
    const taken = Math.min(part.length, CHUNK_BYTES - this.size)
    this.#reserve(Math.min(this.size + part.length + behind, CHUNK_BYTES))
    part.copy(this.#bytes, this.size, 0, taken)
    this.size += taken
    return part.subarray(taken)
  }

  isFull(): boolean {
    return this.size === CHUNK_BYTES
  }

  view(): Buffer {
    return this.#bytes.subarray(0, this.size)
  }

  #reserve(bytes: number): void {
    if (bytes <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.min(Math.max(bytes, this.#bytes.length * 2), CHUNK_BYTES))
    this.#bytes.copy(larger, 0, 0, this.size)
    this.#bytes = larger
  }
}
