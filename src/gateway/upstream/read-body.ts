import { Buffer, isUtf8 } from 'node:buffer'

/** Why a body could not be read as text: past the cap, no UTF-8, or plainly no JSON from its first character. */
type BodyFault = 'too-large' | 'not-utf-8' | 'not-json'

/** What came: the whole text, or a fault with the first characters, for the log. */
export type Body = { readonly text: string; readonly bytes: number; readonly fault: BodyFault | null }

/**
 * Reads a body as checked UTF-8, up to `maxBytes` after decompression: a gzip bomb stops there. Reading also stops
 * at a first character no JSON text begins with, so that a long HTML page costs nothing. Rejects as the stream
 * does (connection lost, aborted). Bytes are gathered and decoded once: text put together from pieces would be in
 * the heap twice, and what keeps a gateway small is how little garbage 100 MB of logs leave behind.
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { text: '', bytes: 0, fault: null }
  const leave = () => reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', leave, { once: true })
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return decode(pieces, bytes)
      bytes += value.byteLength
      if (bytes > maxBytes) return { text: '', bytes, fault: 'too-large' }
      pieces.push(value)
      if (bytes - value.byteLength < BEGINNING && !mayBeJson(pieces))
        return { ...decode(pieces, bytes), fault: 'not-json' }
    }
  } finally {
    signal.removeEventListener('abort', leave)
    // Not awaited: a connection that hangs must not hold the answer back.
    leave()
  }
}

function decode(pieces: readonly Uint8Array[], bytes: number): Body {
  const [only] = pieces
  const whole =
    pieces.length === 1 && only !== undefined
      ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
      : Buffer.concat(pieces, bytes)
  if (!isUtf8(whole)) return { text: '', bytes, fault: 'not-utf-8' }
  const text = whole.toString('utf8')
  return { text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, bytes, fault: null }
}

const BYTE_ORDER_MARK = '\ufeff'
const BEGINNING = 200

/** Looks at the first character only; blanks may be all there is so far. */
function mayBeJson(pieces: readonly Uint8Array[]): boolean {
  const beginning = Buffer.concat(pieces).subarray(0, BEGINNING).toString('latin1')
  return /^(?:\xef\xbb\xbf)?\s*(?:$|[[{"\dtfn-])/.test(beginning)
}
