import { type Buffer, isUtf8 } from 'node:buffer'
import { BodyMemory } from './body-memory.ts'
import { cutLargeTexts, cutTexts, noTexts, type TextMember, type Texts } from './cut-texts.ts'
import { parseCut, parseLimits } from './json-pieces.ts'
import { TooMuchError } from './json-weight.ts'
import type { Place } from './room.ts'
import type { UpstreamResponse } from './upstream.ts'

/** Why a body could not be read: past the cap, too many values, another encoding, or plainly no JSON from its first character. */
type BodyFault = 'too-large' | 'too-much' | 'not-utf-8' | 'not-json'

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
  /** Leave log texts, the values of this member, out of the JSON, see {@link cutTexts}. Null: there are none. */
  readonly texts: TextMember | null
  /** Taken by a large answer until it is freed; `signal` ends the waiting for more of it. */
  readonly place: Place
  readonly signal: AbortSignal
}

const MIB = 1024 * 1024
/** Of logs there are as many as turns.ts lets in, in answers of this size: the job platform's longest log is 5 MiB. */
const freeBytes = { log_content: 8 * MIB, others: MIB }
/**
 * By how much an answer grows at least. It takes what has come and half as much again, never all that it announces:
 * upstream may announce much and send nothing.
 */
const STEP_BYTES = 2 * MIB
const GROWTH = 1.5
/** Values are there twice: as upstream named them, and as we do. */
const MAPPED = 1.5

/**
 * Reads a body up to `maxBytes` after decompression: a gzip bomb stops there. Reading also stops at a first character no JSON
 * text begins with, so that a long HTML page costs nothing. Rejects as the body does (connection lost, aborted).
 *
 * Strings may hold bytes that are no UTF-8 (a log in GBK, a text cut within a character): in log texts they stay, elsewhere they
 * become U+FFFD. Decoding never takes a quote or a bracket along, so what is no JSON without those bytes is none with them. Only
 * where upstream names another encoding are they refused: there a quote may be half of a character.
 */
export async function readBody(response: UpstreamResponse, limits: BodyLimits): Promise<Body> {
  const { maxBytes, texts, place, signal } = limits
  const announced = announcedBytes(response)
  const memory = new BodyMemory(maxBytes, announced)
  let room = texts === 'log_content' ? freeBytes.log_content : freeBytes.others
  let fault: BodyFault | null = null
  let bytes = 0
  const take = (piece: Uint8Array): boolean | Promise<boolean> => {
    const isBeginning = memory.size < BEGINNING
    bytes += piece.length
    place.came()
    if (!memory.add(piece)) fault = 'too-large'
    else if (isBeginning && !mayBeJson(memory.view())) fault = 'not-json'
    if (fault !== null || memory.size <= room) return fault === null
    room = nextRoom(memory.size, announced)
    return place.grow(room, signal).then(() => {
      memory.reserve(room)
      return true
    })
  }
  try {
    await response.read(take)
  } catch (error) {
    memory.free()
    throw error
  }
  if (fault !== null) {
    place.leave()
    return faulty(memory, fault, bytes)
  }
  return decode(memory, limits, namesOtherEncoding(response))
}

/** What is named wrongly and is UTF-8 all the same does no harm. */
function namesOtherEncoding({ headers }: UpstreamResponse): boolean {
  const name = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers.get('content-type') ?? '')?.[1]
  return name !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(name)
}

/** Not beyond what upstream announces, unless it has sent more already. */
function nextRoom(size: number, announced: number | null): number {
  const grown = Math.max(Math.ceil(size * GROWTH), size + STEP_BYTES)
  return announced === null || announced < size ? grown : Math.min(grown, announced)
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

async function decode(memory: BodyMemory, limits: BodyLimits, isNamedOtherwise: boolean): Promise<Body> {
  const { maxBytes, texts: member, place } = limits
  const free = () => {
    memory.free()
    place.leave()
  }
  place.arrived()
  const whole = memory.view()
  if (isNamedOtherwise && !isUtf8(whole)) {
    place.leave()
    return faulty(memory, 'not-utf-8')
  }
  const bytes = withoutByteOrderMark(whole)
  const about = { beginning: bytes.toString('utf8', 0, BEGINNING), bytes: memory.size }
  try {
    const { json, texts } =
      member === null
        ? { json: { bytes, mark: '', cuts: [] }, texts: noTexts }
        : await cut(bytes, member, limits.signal)
    const value = await parseCut(json, {
      ...parseLimits(maxBytes),
      room: roomFor(limits),
      signal: limits.signal,
    })
    limits.signal.throwIfAborted()
    if (member === null) memory.free()
    else place.made()
    return { json: value, texts, ...about, fault: null, free }
  } catch (error) {
    free()
    limits.signal.throwIfAborted()
    return { ...nothing, ...about, fault: error instanceof TooMuchError ? 'too-much' : null }
  }
}

/** In turns, where one would be so long that others notice. */
function cut(
  bytes: Buffer,
  member: TextMember,
  signal: AbortSignal,
): ReturnType<typeof cutTexts> | ReturnType<typeof cutLargeTexts> {
  return bytes.length > MIB ? cutLargeTexts(bytes, member, undefined, signal) : cutTexts(bytes, member)
}

/** Called only for what is worth weighing. */
function roomFor({ texts, place, signal }: BodyLimits): (bytes: number) => Promise<void> {
  return (bytes) => place.grow(texts === null ? MAPPED * bytes : bytes, signal)
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
