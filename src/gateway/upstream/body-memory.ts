import { Buffer } from 'node:buffer'

/*
 * Where upstream answers are gathered. Memory beyond the JavaScript heap is given back only when the garbage collector
 * comes, and it does not come for it: 100 MB of logs left 150 MB lying. So blocks are used again.
 */

const LEAST_BLOCK_BYTES = 64 * 1024
/** Kept for the next answers; more than that goes back to the system. */
const MOST_IDLE_BYTES = 24 * 1024 * 1024
/** Few answers are larger: such a block would only keep others out. */
const LARGEST_IDLE_BYTES = 8 * 1024 * 1024

/**
 * A larger answer goes straight into a block of this size at least, of which only the pages that are written to exist. Blocks
 * of up to 32 MiB glibc would keep when they are freed, and 100 MB stay behind a few bad answers.
 */
const LARGE_BLOCK_BYTES = 33 * 1024 * 1024
/** One such block waits so long for the next large answer: of many at once (room.ts) each would leave its own lying. */
const LARGE_IDLE_MS = 500

/** Blocks that nobody uses at the moment. */
interface BlockPool {
  take(bytes: number): ArrayBuffer
  /** The largest there is, which most likely need not grow. */
  takeAny(): ArrayBuffer
  /**
   * The memory moves into a new owner and every view of the old one becomes empty: whoever kept one sees nothing, never
   * what somebody else reads next.
   */
  giveBack(block: ArrayBuffer): void
}

/** See {@link BlockPool}. */
export function createBlockPool(): BlockPool {
  const idle: ArrayBuffer[] = []
  let idleBytes = 0
  let large: ArrayBuffer | null = null
  let timer: NodeJS.Timeout | undefined

  function takeLarge(block: ArrayBuffer): ArrayBuffer {
    large = null
    clearTimeout(timer)
    return block
  }

  function keepLarge(block: ArrayBuffer): void {
    clearTimeout(timer)
    large = block
    timer = setTimeout(() => takeLarge(block), LARGE_IDLE_MS).unref()
  }

  function takeIdle(block: ArrayBuffer): ArrayBuffer {
    idle.splice(idle.indexOf(block), 1)
    idleBytes -= block.byteLength
    return block
  }

  function take(bytes: number): ArrayBuffer {
    if (large !== null && large.byteLength >= bytes && bytes >= LARGE_BLOCK_BYTES) return takeLarge(large)
    const fitting = idle.filter(({ byteLength }) => byteLength >= bytes && byteLength <= bytes * 4)
    const [smallest] = fitting.sort((one, other) => one.byteLength - other.byteLength)
    return smallest === undefined ? Buffer.allocUnsafeSlow(bytes).buffer : takeIdle(smallest)
  }

  return {
    take,
    takeAny() {
      const [largest] = [...idle].sort((one, other) => other.byteLength - one.byteLength)
      return largest === undefined ? take(LEAST_BLOCK_BYTES) : takeIdle(largest)
    },
    giveBack(block) {
      const moved = structuredClone(block, { transfer: [block] })
      if (moved.byteLength >= LARGE_BLOCK_BYTES) return keepLarge(moved)
      if (moved.byteLength > LARGEST_IDLE_BYTES || idleBytes + moved.byteLength > MOST_IDLE_BYTES) return
      idle.push(moved)
      idleBytes += moved.byteLength
    },
  }
}

/** Of the whole process. */
const sharedPool = createBlockPool()

/** The bytes of one answer, put together in one place. */
export class BodyMemory {
  readonly #maxBytes: number
  readonly #pool: BlockPool
  #block: ArrayBuffer | null
  size = 0

  /** `announcedBytes` is what the answer says it has, if it does; it may be wrong. */
  constructor(maxBytes: number, announcedBytes: number | null, pool: BlockPool = sharedPool) {
    const expected = Math.min(announcedBytes ?? 0, maxBytes)
    // What is larger moves to a block of its own when there is room for it (room.ts), and leaves little behind.
    const bytes = expected > LARGEST_IDLE_BYTES ? LEAST_BLOCK_BYTES : Math.max(expected, LEAST_BLOCK_BYTES)
    this.#maxBytes = maxBytes
    this.#pool = pool
    this.#block = announcedBytes === null ? pool.takeAny() : pool.take(bytes)
  }

  /** False when there is no room for the piece, or the memory was freed. */
  add(piece: Uint8Array): boolean {
    const size = this.size + piece.length
    if (size > this.#maxBytes || this.#block === null) return false
    const block = this.#withRoom(this.#block, size)
    new Uint8Array(block, this.size, piece.length).set(piece)
    this.size = size
    return true
  }

  /** So many bytes are to come, at once or soon. */
  reserve(bytes: number): void {
    if (this.#block !== null) this.#withRoom(this.#block, Math.min(bytes, this.#maxBytes))
  }

  #withRoom(block: ArrayBuffer, size: number): ArrayBuffer {
    if (size <= block.byteLength) return block
    const isLarge = size > LARGEST_IDLE_BYTES
    const doubled = Math.min(Math.max(size, block.byteLength * 2), this.#maxBytes, LARGEST_IDLE_BYTES)
    const larger = this.#pool.take(isLarge ? Math.max(this.#maxBytes, LARGE_BLOCK_BYTES) : doubled)
    new Uint8Array(larger).set(new Uint8Array(block, 0, this.size))
    this.#block = larger
    this.#pool.giveBack(block)
    return larger
  }

  /** What there is so far; empty after {@link BodyMemory.free}. */
  view(): Buffer {
    return this.#block === null ? Buffer.alloc(0) : Buffer.from(this.#block, 0, this.size)
  }

  /** Gives the memory back: all views of it become empty. */
  free(): void {
    if (this.#block !== null) this.#pool.giveBack(this.#block)
    this.#block = null
  }
}
