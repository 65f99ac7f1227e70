import { TextDecoder } from 'node:util'

/** Why a body could not be read as text: past the cap, no UTF-8, or plainly no JSON from its first character. */
export type BodyFault = 'too-large' | 'not-utf-8' | 'not-json'

/** What came: the whole text, or a fault with the first characters, for the log. */
export type Body = { readonly text: string; readonly bytes: number; readonly fault: BodyFault | null }

/**
 * Reads a body as checked UTF-8, decoding as it arrives, up to `maxBytes` after decompression: a gzip bomb stops
 * there. Reading also stops at a first character no JSON text begins with, so that a long HTML page costs
 * nothing. Rejects as the stream does (connection lost, aborted).
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { text: '', bytes: 0, fault: null }
  const leave = () => reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', leave, { once: true })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (!done) bytes += value.byteLength
      if (bytes > maxBytes) return { text: '', bytes, fault: 'too-large' }
      const piece = decodeOrNull(decoder, value)
      if (piece === null) return { text: '', bytes, fault: 'not-utf-8' }
      text += piece
      if (done) return { text, bytes, fault: null }
      if (!mayBeJson(text)) return { text: text.slice(0, 500), bytes, fault: 'not-json' }
    }
  } finally {
    signal.removeEventListener('abort', leave)
    // Not awaited: a connection that hangs must not hold the answer back.
    leave()
  }
}

function decodeOrNull(decoder: TextDecoder, value: Uint8Array | undefined): string | null {
  try {
    return value === undefined ? decoder.decode() : decoder.decode(value, { stream: true })
  } catch {
    return null
  }
}

/** Looks at the first character only; blanks may be all there is so far. */
function mayBeJson(text: string): boolean {
  return /^\s*(?:$|[[{"\dtfn-])/.test(text.length > 200 ? text.slice(0, 200) : text)
}
