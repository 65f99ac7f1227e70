import { isUtf8 } from 'node:buffer'
import type * as z from 'zod/mini'
import { countItems } from './json-items.ts'
import { RefusedError } from './problem-answer.ts'
import { ProblemError } from './problem-error.ts'

/** Checks a part of the request; throws `bad-request` naming the field. Nothing goes upstream unchecked. */
export function checked<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const message = `${field === '' ? 'The request' : field} is not valid: ${issue?.message ?? 'wrong'}`
  throw new ProblemError({ kind: 'bad-request', message })
}

/** The query as an object, first value wins; an empty value counts as not given (`status=` is not status 0). */
export function queryOf(request: Request): Record<string, string> {
  const query = new Map<string, string>()
  for (const [name, value] of new URL(request.url).searchParams) {
    if (value !== '' && !query.has(name)) query.set(name, value)
  }
  return Object.fromEntries(query)
}

/** What a body may be: its bytes, and the values in it, which cost far more than they weigh (see json-items.ts). */
export interface BodyLimits {
  readonly maxBytes: number
  readonly maxItems: number
}

/**
 * Reads a JSON body within its limits. The content type is insisted on, because another site's form can send text but
 * not JSON.
 */
export async function readJson(request: Request, { maxBytes, maxItems }: BodyLimits): Promise<unknown> {
  if (!isPlainJson(request.headers)) {
    const message = 'The body must be application/json in UTF-8, not compressed'
    throw new RefusedError(415, { kind: 'bad-request', message })
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) refuseSize(maxBytes)
  const bytes = await readBytes(request, maxBytes)
  if (countItems(bytes) > maxItems) {
    throw new ProblemError({ kind: 'too-large', message: 'The body holds more than this address takes' })
  }
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new ProblemError({ kind: 'bad-request', message: 'The body is not JSON' })
  }
}

function isPlainJson(headers: Headers): boolean {
  const type = headers.get('content-type') ?? ''
  return (
    /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(type) &&
    /^(?:identity)?$/i.test(headers.get('content-encoding') ?? '')
  )
}

/** What announced its length has at most that: the HTTP parser sees to it. */
async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  const bytes = request.headers.has('content-length')
    ? Buffer.from(await request.arrayBuffer())
    : await readCounted(request, maxBytes)
  if (bytes.length > maxBytes) refuseSize(maxBytes)
  if (isUtf8(bytes)) return bytes
  throw new ProblemError({ kind: 'bad-request', message: 'The body is not UTF-8' })
}

/** A body in chunks announces no length: it is counted while it comes. */
async function readCounted(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > maxBytes) refuseSize(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuseSize(maxBytes: number): never {
  const message = `The body is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB`
  throw new ProblemError({ kind: 'too-large', message })
}
