import type { ServerResponse } from 'node:http'
import type { AnswerEnd, AnsweredRequest } from './gateway.ts'
import { lyingBytes, PIECE_BYTES, piecesOf, type SqueezedBody } from './squeezed.ts'
import type { UntakenAnswers } from './untaken-answers.ts'

/** What a browser is waited for while it takes an answer. */
export interface SendLimits {
  readonly stallMs: number
  readonly untaken: UntakenAnswers
}

/**
 * Writes an answer out and tells how that ended. Resolves when its last byte was handed over, or the browser has left; never
 * rejects. A browser that takes nothing for `stallMs` has left: what it holds others need, and it can ask again for what is
 * missing.
 */
export async function sendAnswer(
  { answer, whole }: Pick<AnsweredRequest, 'answer' | 'whole'>,
  outgoing: ServerResponse,
  { stallMs, untaken }: SendLimits,
): Promise<AnswerEnd> {
  outgoing.writeHead(answer.status, [...answer.headers].flat())
  if (whole === null && answer.body !== null) {
    await sendStream(answer.body.getReader(), outgoing, stallMs)
    return 'sent'
  }
  if (whole === null || (Buffer.isBuffer(whole) && whole.length <= PIECE_BYTES)) {
    outgoing.end(whole ?? undefined)
    return 'sent'
  }
  return sendPieces(whole, outgoing, { stallMs, untaken })
}

/** In pieces, so that it shows whether the browser takes them. */
async function sendPieces(
  whole: Buffer | SqueezedBody,
  outgoing: ServerResponse,
  { stallMs, untaken }: SendLimits,
): Promise<AnswerEnd> {
  let isCutOff = false
  const cutOff = () => {
    isCutOff = true
    outgoing.destroy()
  }
  const lying = untaken.begin(cutOff, lyingBytes(whole))
  try {
    for await (const piece of piecesOf(whole)) {
      if (!outgoing.destroyed && !outgoing.write(piece)) await drained(outgoing, stallMs, cutOff)
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
  stallMs: number,
): Promise<void> {
  const leave = () => void reader.cancel().catch(() => undefined)
  outgoing.once('close', leave)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (outgoing.destroyed) return leave()
      if (done) break
      if (!outgoing.write(value)) await drained(outgoing, stallMs, () => outgoing.destroy())
    }
    outgoing.off('close', leave)
    outgoing.end()
  } catch {
    // The head has gone out: all that is left to say is that this is not the end.
    outgoing.destroy()
  }
}

function drained(outgoing: ServerResponse, stallMs: number, cutOff: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(cutOff, stallMs)
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
