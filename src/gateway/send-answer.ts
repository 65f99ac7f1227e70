import type { ServerResponse } from 'node:http'
import type { FinishedAnswer } from './finish-answer.ts'
import type { UntakenAnswers } from './untaken-answers.ts'

/** What a browser is waited for while it takes an answer. */
export interface SendLimits {
  readonly stallMs: number
  readonly untaken: UntakenAnswers
}

/** What is smaller is in the system's hands at once. */
const PIECE_BYTES = 64 * 1024

/**
 * Writes an answer out. Resolves when its last byte was handed over, or the browser has left; never rejects. A browser that
 * takes nothing for `stallMs` has left: what it holds others need, and it can ask again for what is missing.
 */
export async function sendAnswer(
  { answer, whole }: Pick<FinishedAnswer, 'answer' | 'whole'>,
  outgoing: ServerResponse,
  { stallMs, untaken }: SendLimits,
): Promise<void> {
  outgoing.writeHead(answer.status, [...answer.headers].flat())
  if (whole !== null && whole.length > PIECE_BYTES) {
    const lying = untaken.begin(outgoing, whole.length)
    await sendWhole(whole, outgoing, { stallMs, onTaken: () => lying.taken() }).finally(() => lying.end())
  } else if (whole !== null || answer.body === null) outgoing.end(whole ?? undefined)
  else await sendStream(answer.body.getReader(), outgoing, stallMs)
}

/** In pieces, so that it shows whether the browser takes them. */
async function sendWhole(
  whole: Buffer,
  outgoing: ServerResponse,
  { stallMs, onTaken }: { readonly stallMs: number; readonly onTaken: () => void },
): Promise<void> {
  for (let at = 0; at < whole.length; at += PIECE_BYTES) {
    if (outgoing.destroyed) return
    if (!outgoing.write(whole.subarray(at, at + PIECE_BYTES))) await drained(outgoing, stallMs)
    onTaken()
  }
  outgoing.end()
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
      if (!outgoing.write(value)) await drained(outgoing, stallMs)
    }
    outgoing.off('close', leave)
    outgoing.end()
  } catch {
    // The head has gone out: all that is left to say is that this is not the end.
    outgoing.destroy()
  }
}

function drained(outgoing: ServerResponse, stallMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => outgoing.destroy(), stallMs)
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
