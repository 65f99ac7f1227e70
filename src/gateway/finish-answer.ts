import { preferredEncoding } from './accept-encoding.ts'
import { compressed, compressedStream } from './compression.ts'
import type { Exchange } from './exchange.ts'
import { SqueezedAnswer, WholeAnswer } from './json-answer.ts'
import type { SqueezedBody } from './squeezed.ts'

/** What goes out. */
export interface FinishedAnswer {
  /** Without a body where there is another one. */
  readonly answer: Response
  /** The body, where it is there as a whole. */
  readonly whole: Buffer | SqueezedBody | null
  /** Of the body before compression; null while it streams. */
  readonly bytes: number | null
}

/** Compresses what comes from the API, where that pays, and tells its size. */
export async function finishAnswer(
  answer: Response,
  request: Request,
  exchange: Exchange,
): Promise<FinishedAnswer> {
  if (exchange.streaming) return { answer: finishStream(answer, request, exchange), whole: null, bytes: null }
  if (answer instanceof SqueezedAnswer) return finishSqueezed(answer, request, exchange)
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
  // A file is as it shall be, JSON or not: the build has compressed it.
  if (!isJson || exchange.route === 'page')
    return { answer, whole: null, bytes: Number(answer.headers.get('content-length') ?? 0) }
  const plain = answer instanceof WholeAnswer ? answer.whole : Buffer.from(await answer.arrayBuffer())
  const { bytes, headers } = exchange.isNear
    ? { bytes: plain, headers: {} }
    : await compressed(plain, request)
  return { answer: headOf(answer, bytes.length, headers), whole: bytes, bytes: plain.length }
}

/** `bytes` null: nobody knows before it has gone out. */
function headOf(answer: Response, bytes: number | null, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  if (bytes !== null) headers.set('content-length', String(bytes))
  return new Response(null, { status: answer.status, headers })
}

function finishSqueezed(answer: SqueezedAnswer, request: Request, exchange: Exchange): FinishedAnswer {
  const { squeezed } = answer
  // It lies here as gzip; to pack it once more is for who takes nothing else.
  const wanted = () => preferredEncoding(request, ['gzip']) ?? preferredEncoding(request, ['br'])
  const encoding = exchange.isNear ? null : wanted()
  const vary = exchange.isNear ? {} : { vary: 'accept-encoding' }
  const headers = encoding === null ? vary : { ...vary, 'content-encoding': encoding }
  const sizes = { gzip: squeezed.bytes, br: null, none: squeezed.plainBytes }
  const head = headOf(answer, sizes[encoding ?? 'none'], headers)
  return { answer: head, whole: { squeezed, encoding }, bytes: squeezed.plainBytes }
}

function finishStream(answer: Response, request: Request, exchange: Exchange): Response {
  if (exchange.isNear || answer.body === null) return answer
  if (preferredEncoding(request, ['gzip']) === null) return answer
  const body = compressedStream(answer.body)
  if (body === null) return answer
  const headers = new Headers(answer.headers)
  headers.set('content-encoding', 'gzip')
  headers.set('vary', 'accept-encoding')
  return new Response(body, { status: answer.status, headers })
}
