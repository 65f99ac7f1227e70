import { randomBytes } from 'node:crypto'
import type { CutJson } from './cut-json.ts'
import { giveTurn } from './give-turn.ts'
import { TooMuchError } from './json-weight.ts'
import { unescapeInPlace } from './unescape.ts'

/*
 * Log texts are nearly all of an answer, and nobody in this process reads them: they leave as the bytes they came as.
 * So they are taken out before the rest is parsed, unescaped where they lie. As JavaScript strings the same texts
 * took five times their size: body, body as text, parsed texts, frames, and twice that for a single Chinese character.
 */

/** The texts of one answer, in the memory of its body: UTF-8, or whatever bytes upstream sent instead. */
export interface Texts {
  /** The bytes of a text, for what stands in its place in the JSON; undefined for any other value. */
  of(value: unknown): Buffer | undefined
}

/** The texts of an answer that was parsed whole. */
export const noTexts: Texts = { of: () => undefined }

/** The member whose values are taken out: in every generation's log calls of the job platform, and in node-man's. */
export type TextMember = 'log_content' | 'log'

const quoted: Readonly<Record<TextMember, Buffer>> = {
  log_content: Buffer.from('"log_content"'),
  log: Buffer.from('"log"'),
}
const QUOTE = 0x22
const COLON = 0x3a
const BACKSLASH = 0x5c

/** How far apart the turns are that others get: some ten milliseconds of nothing but escapes. */
const TURN_BYTES = 1024 * 1024

/** 100,000 transfers have half of them. Each costs something even when it is empty. */
const MOST_TEXTS = 200_000

/**
 * Takes each string called `member` out of `body`: what is left is the same JSON with a mark in its place, and as malformed as
 * before. What `body` held is destroyed.
 */
export function cutTexts(body: Buffer, member: TextMember = 'log_content'): CutTexts {
  const cutting = cutInTurns(body, quoted[member], Number.POSITIVE_INFINITY)
  let step = cutting.next()
  while (step.done !== true) step = cutting.next()
  return step.value
}

/** The same of a large answer; others are served in between. Rejects once `signal` fires. */
export async function cutLargeTexts(
  body: Buffer,
  member: TextMember = 'log_content',
  turnBytes = TURN_BYTES,
  signal?: AbortSignal,
): Promise<CutTexts> {
  const cutting = cutInTurns(body, quoted[member], turnBytes)
  let step = cutting.next()
  while (step.done !== true) {
    await giveTurn(signal)
    step = cutting.next()
  }
  return step.value
}

/** An answer without its texts. */
interface CutTexts {
  readonly json: CutJson
  readonly texts: Texts
}

function* cutInTurns(body: Buffer, name: Buffer, turnBytes: number): Generator<void, CutTexts> {
  // Nobody outside can know the mark, so no answer can pass off a text of its own as another's.
  const mark = nextMark()
  const cuts: number[] = []
  const ends: number[] = []
  let slash = -1
  let turnAt = turnBytes
  for (let member = nextMember(body, name, 0); member >= 0; member = nextMember(body, name, member)) {
    const quote = valueQuote(body, member + name.length)
    member += name.length
    if (quote < 0) continue
    const text = yield* unescapeInPlace(body, quote + 1, slash, turnBytes)
    if (text === null) throw new SyntaxError('A string that is no JSON')
    if (ends.length === MOST_TEXTS) throw new TooMuchError('Too many texts')
    cuts.push(quote, text.next)
    ends.push(text.end)
    member = text.next
    slash = text.slash
    if (member > turnAt) {
      turnAt = member + turnBytes
      yield
    }
  }
  return { json: { bytes: body, mark, cuts }, texts: createTexts(body, { mark, cuts, ends }) }
}

const MARK_BYTES = 9
/** Drawn in advance: asking the system for each costs more than all else that is done for a mark. */
let drawn = Buffer.alloc(0)

function nextMark(): string {
  if (drawn.length === 0) drawn = randomBytes(MARK_BYTES * 256)
  const mark = `${drawn.toString('base64url', 0, MARK_BYTES)}#`
  drawn = drawn.subarray(MARK_BYTES)
  return mark
}

/**
 * Where the name stands next, quotes included; -1 when nowhere. Within a string its quotes would be escaped, the last
 * one at least; only the first may be, when a longer name ends like this one.
 */
function nextMember(body: Buffer, name: Buffer, from: number): number {
  let at = body.indexOf(name, from)
  while (at > 0 && body[at - 1] === BACKSLASH) at = body.indexOf(name, at + 1)
  return at
}

/** Where the value's opening quote stands; -1 when the value is no string, or the name is one itself. */
function valueQuote(body: Buffer, from: number): number {
  const colon = skipBlanks(body, from)
  if (body[colon] !== COLON) return -1
  const value = skipBlanks(body, colon + 1)
  return body[value] === QUOTE ? value : -1
}

function skipBlanks(body: Buffer, from: number): number {
  let at = from
  while (body[at] === 0x20 || body[at] === 0x0a || body[at] === 0x0d || body[at] === 0x09) at += 1
  return at
}

interface Ranges extends Pick<CutJson, 'mark' | 'cuts'> {
  /** Where each text ends in the bytes it was unescaped into. */
  readonly ends: readonly number[]
}

function createTexts(body: Buffer, { mark, cuts, ends }: Ranges): Texts {
  return {
    of(value) {
      if (typeof value !== 'string' || !value.startsWith(mark)) return undefined
      const index = Number(value.slice(mark.length))
      return body.subarray((cuts[2 * index] ?? 0) + 1, ends[index])
    },
  }
}
