import { Buffer, isUtf8 } from 'node:buffer'

/** Why a body could not be read as text: past the cap, no UTF-8, or plainly no JSON from its first character. */
type BodyFault = 'too-large' | 'not-utf-8' | 'not-json'

/** What came: the whole text, or a fault with the first characters, for the log. */
export type Body = { readonly text: string; readonly bytes: number; readonly fault: BodyFault | null }

/**
 * Reads a body as checked UTF-8, up to `maxBytes` after decompression: a gzip bomb stops there. Reading also stops
 * at a first character no JSON text begins with, so that a long HTML page costs nothing. Rejects as the stream
 * does (connection lost, aborted).
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { text: '', bytes: 0, fault: null }
  const leave = () => reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', leave, { once: true })
  const gathered = new GatheredBytes(maxBytes)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return decode(gathered.view())
      const isBeginning = gathered.size < BEGINNING
      if (!gathered.add(value)) return { text: '', bytes: gathered.size + value.length, fault: 'too-large' }
      if (isBeginning && !mayBeJson(gathered.view())) return { ...decode(gathered.view()), fault: 'not-json' }
    }
  } finally {
    gathered.free()
    signal.removeEventListener('abort', leave)
    // Not awaited: a connection that hangs must not hold the answer back.
    leave()
  }
}

/**
 * Bytes put together in one place that grows where it is and is given back at once. Pieces joined at the end would
 * be in memory twice, and stay there until the garbage collector comes: with 100 MB of logs that is most of what
 * the process would hold.
 */
class GatheredBytes {
  readonly #memory: ArrayBuffer
  size = 0

  constructor(maxBytes: number) {
    this.#memory = new ArrayBuffer(0, { maxByteLength: maxBytes })
  }

  /** False when there is no room for the piece. */
  add(piece: Uint8Array): boolean {
    const size = this.size + piece.length
    if (size > this.#memory.maxByteLength) return false
    if (size > this.#memory.byteLength) this.#grow(size)
    new Uint8Array(this.#memory, this.size, piece.length).set(piece)
    this.size = size
    return true
  }

  #grow(size: number): void {
    const steps = Math.ceil(size / GROWTH_BYTES)
    this.#memory.resize(Math.min(steps * GROWTH_BYTES, this.#memory.maxByteLength))
  }

  view(): Buffer {
    return Buffer.from(this.#memory, 0, this.size)
  }

  free(): void {
    this.#memory.resize(0)
  }
}

/** Growing is a call to the system, and what was grown is wiped when it is given back: neither too small nor large. */
const GROWTH_BYTES = 1024 * 1024

function decode(whole: Buffer): Body {
  const bytes = whole.length
  if (!isUtf8(whole)) return { text: '', bytes, fault: 'not-utf-8' }
  const text = whole.toString('utf8')
  return { text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, bytes, fault: null }
}

const BYTE_ORDER_MARK = '\ufeff'
const BEGINNING = 200

/** Looks at the first character only; blanks may be all there is so far. */
function mayBeJson(whole: Buffer): boolean {
  const beginning = whole.subarray(0, BEGINNING).toString('latin1')
  return /^(?:\xef\xbb\xbf)?\s*(?:$|[[{"\dtfn-])/.test(beginning)
}
