import { type Buffer, isUtf8 } from 'node:buffer'
import { BodyMemory } from './body-memory.ts'
import { noTexts, parseWithoutTexts, type Texts } from './cut-texts.ts'
import { parseLossless } from './lossless-json.ts'
import type { UpstreamResponse } from './upstream.ts'

/** Why a body could not be read as text: past the cap, no UTF-8, or plainly no JSON from its first character. */
type BodyFault = 'too-large' | 'not-utf-8' | 'not-json'

/** What came. `json` is undefined when it was none; `beginning` are its first characters, to tell what it was instead. */
export interface Body {
  readonly json: unknown
  readonly beginning: string
  readonly bytes: number
  readonly fault: BodyFault | null
  /** Log texts that stand in `json` as marks; empty after `free`. */
  readonly texts: Texts
  /** Gives the memory of the texts back. Without it the garbage collector does, much later. */
  readonly free: () => void
}

export interface BodyLimits {
  readonly maxBytes: number
  /** Leave log texts out of the JSON, see {@link parseWithoutTexts}. */
  readonly cutsTexts: boolean
}

/**
 * Reads a body as checked UTF-8, up to `maxBytes` after decompression: a gzip bomb stops there. Reading also stops
 * at a first character no JSON text begins with, so that a long HTML page costs nothing. Rejects as the body
 * does (connection lost, aborted).
 */
export async function readBody(
  response: UpstreamResponse,
  { maxBytes, cutsTexts }: BodyLimits,
): Promise<Body> {
  const memory = new BodyMemory(maxBytes, announcedBytes(response))
  let fault: BodyFault | null = null
  let bytes = 0
  const take = (piece: Uint8Array): boolean => {
    const isBeginning = memory.size < BEGINNING
    bytes += piece.length
    if (!memory.add(piece)) fault = 'too-large'
    else if (isBeginning && !mayBeJson(memory.view())) fault = 'not-json'
    return fault === null
  }
  try {
    await response.read(take)
  } catch (error) {
    memory.free()
    throw error
  }
  return fault === null ? decode(memory, cutsTexts) : faulty(memory, fault, bytes)
}

const nothing = { json: undefined, texts: noTexts, free: () => undefined }

/** Of a compressed body it is the length before it was inflated: no better than any guess. */
function announcedBytes({ headers }: UpstreamResponse): number | null {
  const length = Number(headers.get('content-length'))
  return Number.isInteger(length) && length > 0 && headers.get('content-encoding') === null ? length : null
}

function faulty(memory: BodyMemory, fault: BodyFault | null, bytes = memory.size): Body {
  const beginning = memory.view().toString('utf8', 0, BEGINNING)
  memory.free()
  return { ...nothing, beginning, bytes, fault }
}

function decode(memory: BodyMemory, cutsTexts: boolean): Body {
  const whole = memory.view()
  if (!isUtf8(whole)) return faulty(memory, 'not-utf-8')
  const json = withoutByteOrderMark(whole)
  const beginning = json.toString('utf8', 0, BEGINNING)
  const bytes = memory.size
  try {
    if (cutsTexts) {
      return { ...parseWithoutTexts(json), beginning, bytes, fault: null, free: () => memory.free() }
    }
    const value = parseLossless(json.toString('utf8'))
    memory.free()
    return { ...nothing, json: value, beginning, bytes, fault: null }
  } catch {
    memory.free()
    return { ...nothing, beginning, bytes, fault: null }
  }
}

const BYTE_ORDER_MARK = '\ufeff'
const BEGINNING = 200

function withoutByteOrderMark(whole: Buffer): Buffer {
  return whole.toString('utf8', 0, 3) === BYTE_ORDER_MARK ? whole.subarray(3) : whole
}

/** Looks at the first character only; blanks may be all there is so far. */
function mayBeJson(whole: Buffer): boolean {
  const beginning = whole.subarray(0, BEGINNING).toString('latin1')
  return /^(?:\xef\xbb\xbf)?\s*(?:$|[[{"\dtfn-])/.test(beginning)
}
