import type { ServerResponse } from 'node:http'
import type { FinishedAnswer } from './finish-answer.ts'

/** Writes an answer out. Resolves when its last byte was handed over, or the browser has left; never rejects. */
export async function sendAnswer(
  { answer, whole }: Pick<FinishedAnswer, 'answer' | 'whole'>,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.writeHead(answer.status, [...answer.headers].flat())
  if (whole !== null || answer.body === null) outgoing.end(whole ?? undefined)
  else await sendStream(answer.body.getReader(), outgoing)
}

/** As fast as the browser takes it: what it does not take is not asked for. */
async function sendStream(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: ServerResponse,
): Promise<void> {
  const leave = () => void reader.cancel().catch(() => undefined)
  outgoing.once('close', leave)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (outgoing.destroyed) return leave()
      if (done) break
      if (!outgoing.write(value)) await drained(outgoing)
    }
    outgoing.off('close', leave)
    outgoing.end()
  } catch {
    // The head has gone out: all that is left to say is that this is not the end.
    outgoing.destroy()
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off('drain', go)
      outgoing.off('close', go)
      resolve()
    }
    outgoing.on('drain', go)
    outgoing.on('close', go)
    if (outgoing.destroyed) go()
  })
}
