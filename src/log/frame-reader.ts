/** What a frame reader tells while bytes come in, always in stream order. */
export interface FrameSink {
  /** A header was read; `header.bytes` bytes of body follow, possibly none. */
  onHeader(header: FrameReaderHeader): void
  /** A piece of the current frame's body: a view into the chunk pushed, valid as long as that chunk is. */
  onBody(piece: Uint8Array): void
  /** The current frame's body is whole. */
  onFrameEnd(): void
}

/** The part of a header the engine understands; everything else in it is passed on untouched. */
export interface FrameReaderHeader {
  readonly kind: string
  readonly bytes: number
  readonly key?: string
  /** So many bytes of the text are left out: the worker said that it has them. Not given: the body is all of it. */
  readonly fromBytes?: number
}

/** `open`: the `end` frame has not come yet, so a stream that stops here was cut off. */
export type FrameReaderState =
  | { readonly kind: 'open' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'garbled'; readonly message: string }

export interface FrameReader {
  /** Reads one chunk, cut anywhere. After `garbled` further chunks are ignored. Never throws. */
  push(chunk: Uint8Array): FrameReaderState
}

/** A header is a few hundred bytes; 1 MiB leaves room for a `missing` frame that names 50,000 hosts. */
const maxHeaderBytes = 1024 * 1024
/** The line index holds 32-bit offsets. */
const maxBodyBytes = 2 ** 32 - 1

/** Reads a frame stream: one line of JSON, then exactly `bytes` bytes, until a frame of kind `end` (issue 2). */
export function createFrameReader(sink: FrameSink): FrameReader {
  const headerPieces: Uint8Array[] = []
  let headerBytes = 0
  let missingBodyBytes = 0
  let current: FrameReaderHeader | null = null
  let state: FrameReaderState = { kind: 'open' }

  const fail = (message: string): number => {
    state = { kind: 'garbled', message }
    return Number.POSITIVE_INFINITY
  }

  const finishFrame = (header: FrameReaderHeader): void => {
    current = null
    sink.onFrameEnd()
    if (header.kind === 'end') state = { kind: 'ended' }
  }

  const readHeader = (chunk: Uint8Array, from: number): number => {
    const newline = chunk.indexOf(10, from)
    const to = newline === -1 ? chunk.length : newline
    headerBytes += to - from
    if (headerBytes > maxHeaderBytes) return fail(`a frame header is longer than ${maxHeaderBytes} bytes`)
    headerPieces.push(newline === -1 ? chunk.slice(from, to) : chunk.subarray(from, to))
    if (newline === -1) return to
    const header = parseHeader(joinPieces(headerPieces, headerBytes))
    headerPieces.length = 0
    headerBytes = 0
    if (typeof header === 'string') return fail(header)
    current = header
    missingBodyBytes = header.bytes
    sink.onHeader(header)
    if (missingBodyBytes === 0) finishFrame(header)
    return to + 1
  }

  const readBody = (chunk: Uint8Array, from: number, header: FrameReaderHeader): number => {
    const to = Math.min(chunk.length, from + missingBodyBytes)
    missingBodyBytes -= to - from
    sink.onBody(chunk.subarray(from, to))
    if (missingBodyBytes === 0) finishFrame(header)
    return to
  }

  return {
    push(chunk) {
      let position = 0
      while (position < chunk.length) {
        if (state.kind === 'ended') fail('bytes after the end frame')
        if (state.kind === 'garbled') break
        position = current === null ? readHeader(chunk, position) : readBody(chunk, position, current)
      }
      return state
    },
  }
}

function joinPieces(pieces: readonly Uint8Array[], byteLength: number): Uint8Array {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only
  const joined = new Uint8Array(byteLength)
  let position = 0
  for (const piece of pieces) {
    joined.set(piece, position)
    position += piece.length
  }
  return joined
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The header, or what is wrong with it. */
function parseHeader(bytes: Uint8Array): FrameReaderHeader | string {
  let value: unknown
  try {
    value = JSON.parse(strictUtf8.decode(bytes))
  } catch {
    return 'a frame header is not JSON'
  }
  return isHeader(value) ? value : 'a frame header lacks its kind, its length, or the key of its text'
}

function isHeader(value: unknown): value is FrameReaderHeader {
  if (typeof value !== 'object' || value === null) return false
  const { kind, bytes, key, fromBytes } = value as Record<string, unknown>
  if (typeof kind !== 'string' || !isLength(bytes)) return false
  if (key === undefined) return bytes === 0 && fromBytes === undefined
  return typeof key === 'string' && (fromBytes === undefined || isLength(fromBytes))
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxBodyBytes
}
