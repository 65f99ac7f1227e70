import { accepts, compressed, compressedStream } from './compression.ts'
import type { Exchange } from './exchange.ts'

/** An answer that is ready to go, and the bytes of its body before compression; null while it streams. */
export interface FinishedAnswer {
  readonly answer: Response
  readonly bytes: number | null
}

/** Compresses what comes from the API, where that pays, and tells its size. */
export async function finishAnswer(
  answer: Response,
  request: Request,
  exchange: Exchange,
): Promise<FinishedAnswer> {
  if (exchange.streaming) return { answer: finishStream(answer, request, exchange), bytes: null }
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
  if (!isJson) return { answer, bytes: Number(answer.headers.get('content-length') ?? 0) }
  const plain = Buffer.from(await answer.arrayBuffer())
  const { bytes, headers } = exchange.isNear
    ? { bytes: plain, headers: {} }
    : await compressed(plain, request)
  const all = new Headers(answer.headers)
  for (const [name, value] of Object.entries(headers)) all.set(name, value)
  all.set('content-length', String(bytes.length))
  return { answer: new Response(bytes, { status: answer.status, headers: all }), bytes: plain.length }
}

function finishStream(answer: Response, request: Request, exchange: Exchange): Response {
  if (exchange.isNear || answer.body === null || !accepts(request, 'gzip')) return answer
  const body = compressedStream(answer.body)
  if (body === null) return answer
  const headers = new Headers(answer.headers)
  headers.set('content-encoding', 'gzip')
  headers.set('vary', 'accept-encoding')
  return new Response(body, { status: answer.status, headers })
}
