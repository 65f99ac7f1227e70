import type { ServerResponse } from 'node:http'
import type { AnswerEnd, AnsweredRequest } from './gateway.ts'
import { lyingBytes, PIECE_BYTES, piecesOf, type SqueezedBody } from './squeezed.ts'
import type { UntakenAnswers } from './untaken-answers.ts'

/** What a browser is waited for while it takes an answer. */
export interface SendLimits {
  readonly stallMs: number
  /** So long while others wait for what lies here untaken. */
  readonly shortStallMs: number
  readonly isShort: () => boolean
  readonly untaken: UntakenAnswers
}

/** How often is looked whether others need the room of one that takes nothing. */
const LOOK_MS = 1_000

/**
 * Writes an answer out and tells how that ended. Resolves when its last byte was handed over, or the browser has left; never
 * rejects. A browser that takes nothing for `stallMs` has left, and one whose room others need sooner: it can ask again for what
 * is missing.
 */
export async function sendAnswer(
  { answer, whole }: Pick<AnsweredRequest, 'answer' | 'whole'>,
  outgoing: ServerResponse,
  limits: SendLimits,
): Promise<AnswerEnd> {
  outgoing.writeHead(answer.status, [...answer.headers].flat())
  if (whole === null && answer.body !== null) {
    await sendStream(answer.body.getReader(), outgoing, limits)
    return 'sent'
  }
  if (whole === null || (Buffer.isBuffer(whole) && whole.length <= PIECE_BYTES)) {
    outgoing.end(whole ?? undefined)
    return 'sent'
  }
  return sendPieces(whole, outgoing, limits)
}

/** In pieces, so that it shows whether the browser takes them. */
async function sendPieces(
  whole: Buffer | SqueezedBody,
  outgoing: ServerResponse,
  limits: SendLimits,
): Promise<AnswerEnd> {
  let isCutOff = false
  const cutOff = () => {
    isCutOff = true
    outgoing.destroy()
  }
  const lying = limits.untaken.begin(cutOff, lyingBytes(whole))
  try {
    for await (const piece of piecesOf(whole)) {
      if (!outgoing.destroyed && !outgoing.write(piece)) await drained(outgoing, limits, cutOff)
      if (outgoing.destroyed) return isCutOff ? 'cut-off' : 'left'
      lying.taken()
    }
    outgoing.end()
    return 'sent'
  } finally {
    lying.end()
  }
}

/** As fast as the browser takes it: what it does not take is not asked for. */
async function sendStream(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: ServerResponse,
  limits: SendLimits,
): Promise<void> {
  const leave = () => void reader.cancel().catch(() => undefined)
  outgoing.once('close', leave)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (outgoing.destroyed) return leave()
      if (done) break
      if (!outgoing.write(value)) await drained(outgoing, limits, () => outgoing.destroy())
    }
    outgoing.off('close', leave)
    outgoing.end()
  } catch {
    // The head has gone out: all that is left to say is that this is not the end.
    outgoing.destroy()
  }
}

function drained(
  outgoing: ServerResponse,
  { stallMs, shortStallMs, isShort }: SendLimits,
  cutOff: () => void,
): Promise<void> {
  return new Promise((resolve) => {
    const since = performance.now()
    const look = () => {
      if (isShort() || performance.now() - since >= stallMs) cutOff()
      else timer = setTimeout(look, LOOK_MS)
    }
    let timer = setTimeout(look, Math.min(shortStallMs, stallMs))
    const go = () => {
      clearTimeout(timer)
      outgoing.off('drain', go)
      outgoing.off('close', go)
      resolve()
    }
    outgoing.on('drain', go)
    outgoing.on('close', go)
    if (outgoing.destroyed) go()
  })
}
