import { keepFromBytes } from './chunk-list.ts'

/** Below what is kept as it came: whatever is read into it is copied by whoever wants to keep it. */
const roomBytes = keepFromBytes / 2

type Chunk = Uint8Array<ArrayBuffer>

/** Reads a body chunk by chunk. A chunk may be written over by the next one if it is shorter than `keepFromBytes`. */
export interface ChunkReader {
  /** The next chunk; null when there is none. */
  read(): Promise<Chunk | null>
  cancel(): Promise<void>
}

/**
 * A body that comes in small pieces is read into the same memory again and again. What the browser makes for each piece
 * is given back only when it collects garbage, even if it was detached, and the worker makes so little garbage that a log
 * that grows for minutes would be held twice.
 */
export function createChunkReader(body: ReadableStream<Chunk>): ChunkReader {
  let whole: ReadableStreamDefaultReader<Chunk> | null = null
  let small: ReadableStreamBYOBReader | null = null
  let room = new ArrayBuffer(0)
  let canReuse = true

  const readWhole = async (): Promise<Chunk | null> => {
    whole ??= body.getReader()
    const { value = null } = await whole.read()
    if (canReuse && value !== null && value.length < keepFromBytes) {
      whole.releaseLock()
      whole = null
      small = reusingReader(body)
      canReuse = small !== null
      room = new ArrayBuffer(roomBytes)
    }
    return value
  }

  const readSmall = async (reader: ReadableStreamBYOBReader): Promise<Chunk | null> => {
    const { done, value } = await reader.read(new Uint8Array(room))
    if (done || value === undefined) return null
    room = value.buffer
    if (value.length === roomBytes) {
      // More comes at a time: larger pieces are kept without being copied.
      reader.releaseLock()
      small = null
    }
    return value
  }

  return {
    read: () => (small === null ? readWhole() : readSmall(small)),
    cancel: async () => await (small ?? whole ?? body).cancel(),
  }
}

/** Null where the browser can't read a body that way. */
function reusingReader(body: ReadableStream<Chunk>): ReadableStreamBYOBReader | null {
  try {
    return body.getReader({ mode: 'byob' })
  } catch {
    return null
  }
}
