import { ProblemError, type ProblemFacts } from '../problem-error.ts'
import { authorizationHeader, credentialsOf, redactor } from './credentials.ts'
import { isOfProxy, kindOfStatus } from './failure-kind.ts'
import { stringifyLossless } from './lossless-json.ts'
import { type Body, readBody } from './read-body.ts'
import { readerKey } from './reader-key.ts'
import { requestIdOf } from './request-id.ts'
import { DeadlineError, resetSeconds, withDeadline } from './retry.ts'
import { tooBusy } from './too-busy.ts'
import type { TransportCall, TransportOptions, UpstreamAnswer } from './transport-call.ts'
import type { UpstreamHeaders, UpstreamRequest, UpstreamResponse } from './upstream.ts'

/**
 * What one try came to: an answer to look at, or a failure. `retryInMs` when another try may mend it; `isDown` when
 * upstream did not answer for itself: that is what its breaker counts.
 */
export type Outcome = ({ readonly answer: UpstreamAnswer } | { readonly failure: ProblemError }) & {
  readonly retryInMs: number | null
  readonly isDown: boolean
}

/** Two steps of 50,000 hosts in one answer. Calls for logs have a cap of their own. */
const MAX_BYTES = 44 * 1024 * 1024

/** How long one try may take. */
interface TryTimes {
  /** What upstream has for it. */
  readonly ms: number
  /** With all that it waits for room of ours (room.ts). */
  readonly longestMs: number
}

/** One try of one call. Rejects only when the reader has left. */
export async function tryOnce(
  options: TransportOptions,
  { ms, longestMs }: TryTimes,
  call: TransportCall,
  attempt: number,
): Promise<Outcome> {
  const startedAt = performance.now()
  let status: number | null = null
  let bytes = 0
  let end = () => {}
  let isDropped = false
  const place = options.room.enter(readerKey(call.context), () => {
    isDropped = true
    end()
  })
  const goneMs = () => performance.now() - startedAt
  const moreMs = () => Math.min(ms + place.waited().ms, longestMs) - goneMs()
  const read = async (signal: AbortSignal, endNow: () => void) => {
    end = endNow
    const response = await options.ask(buildRequest(options, call, signal))
    status = response.status
    const maxBytes = Math.min(
      call.maxBytes ?? MAX_BYTES,
      options.limits?.maxBytes ?? Number.POSITIVE_INFINITY,
    )
    const body = await readBody(response, { maxBytes, texts: call.texts ?? null, place, signal })
    bytes = body.bytes
    return judge(options, call, response, body)
  }
  try {
    return await withDeadline(ms, call.context.signal, read, moreMs)
  } catch (error) {
    place.leave()
    call.context.signal.throwIfAborted()
    const waited = place.waited()
    // It was us who did not read on, most of the time at least.
    const isOurs = !isDropped && (waited.for !== null || goneMs() - waited.ms < ms / 2)
    if (error instanceof DeadlineError && isOurs) {
      const failure = tooBusy(waited.for === 'own' ? 'untaken' : 'answers')
      return { failure, retryInMs: null, isDown: false }
    }
    return noAnswer(options, call, error, status)
  } finally {
    options.onTry?.({
      operation: call.operation,
      status,
      durationMs: performance.now() - startedAt,
      bytes,
      attempt,
    })
  }
}

/** The whole request from nothing: no header, cookie or address of the browser's own can get in. */
function buildRequest(options: TransportOptions, call: TransportCall, signal: AbortSignal): UpstreamRequest {
  const credentials = credentialsOf(options, call.context.identity)
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Blueking-Language': call.context.language,
  }
  if (options.style === 'gateway') headers['X-Bkapi-Authorization'] = authorizationHeader(credentials)
  if (typeof options.tenantId === 'string') headers['X-Bk-Tenant-Id'] = options.tenantId
  const members = options.style === 'esb' ? { ...credentials, ...call.body } : call.body
  const body = call.method === 'GET' ? null : stringifyLossless(members ?? {})
  const url = options.baseUrl.replace(/\/+$/, '') + call.path + queryText(call.query)
  return { url, method: call.method, headers, body, signal }
}

function queryText(query: TransportCall['query']): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&')}`
}

function judge(
  options: TransportOptions,
  call: TransportCall,
  response: UpstreamResponse,
  body: Body,
): Outcome {
  const { status, headers } = response
  const { json, texts, free, bytes } = body
  const redact = redactor(options, call.context.identity)
  const { requestId, requestIdOf: origin } = requestIdOf(headers, json, call.context.requestId)
  const ids = { requestId: redact(requestId), requestIdOf: origin }
  const retryInMs = retryDelay(status, headers)
  if (json === undefined) {
    const facts = { ...unreadable(response, body), ...ids, system: options.system }
    return { failure: new ProblemError(facts), retryInMs, isDown: status >= 500 }
  }
  // A 500 with words is one thing that failed (bk-job A.7).
  const isDown = isOfProxy(status)
  return { answer: { json, status, headers, ...ids, bytes, redact, texts, free }, retryInMs, isDown }
}

/** Null: trying again would not help, or nobody said when (a 429 without a reset time). */
function retryDelay(status: number, headers: UpstreamHeaders): number | null {
  if (isOfProxy(status)) return 0
  if (status !== 429) return null
  const seconds = resetSeconds(headers, Date.now())
  return seconds === null ? null : seconds * 1000
}

const TOO_MUCH =
  'The upstream answer holds more values than Joblens can take: ask for less at once; if it is for little, the answer is at fault, and who runs upstream finds it by its id'

/** Words for an answer that is no JSON. The body itself is never quoted: it may hold anything. */
function unreadable(response: UpstreamResponse, body: Body): ProblemFacts {
  const { status, headers } = response
  if (status >= 300 && status < 400)
    return { kind: 'not-signed-in', message: 'Upstream redirected the call, most likely to its login page' }
  if (body.fault === 'too-large') return { kind: 'too-large', message: 'The upstream answer is too large' }
  if (body.fault === 'too-much') return { kind: 'too-large', message: TOO_MUCH }
  if (status < 200 || status >= 300) {
    const retryAfterSeconds = status === 429 ? resetSeconds(headers, Date.now()) : null
    return {
      kind: kindOfStatus(status),
      message: `Upstream answered HTTP ${status}`,
      code: String(status),
      retryAfterSeconds,
    }
  }
  return { kind: 'bad-answer', message: unreadableReason(headers, body) }
}

function unreadableReason(headers: UpstreamHeaders, body: Body): string {
  if (body.fault === 'not-utf-8') return 'The upstream answer is not UTF-8 text'
  if (body.beginning.trim() === '') return 'The upstream answer is empty'
  if (headers.get('content-type')?.includes('html') === true || /^\s*</.test(body.beginning)) {
    return 'Upstream answered with a web page instead of JSON'
  }
  return /^\s*[[{]/.test(body.beginning)
    ? 'The upstream answer is broken off or malformed JSON'
    : 'The upstream answer is not JSON'
}

/** No answer, or one that broke off. Only the operating system's error code is told: messages may hold URLs. */
function noAnswer(
  options: TransportOptions,
  call: TransportCall,
  error: unknown,
  status: number | null,
): Outcome {
  const own = { requestId: call.context.requestId, requestIdOf: 'gateway', system: options.system } as const
  if (error instanceof ProblemError) return { failure: error, retryInMs: null, isDown: false }
  if (error instanceof DeadlineError) {
    const failure = new ProblemError({ kind: 'timeout', message: 'Upstream took too long to answer', ...own })
    return { failure, retryInMs: null, isDown: true }
  }
  const facts: ProblemFacts =
    status === null
      ? { kind: 'upstream-down', message: `Upstream cannot be reached${systemCode(error)}` }
      : { kind: 'bad-answer', message: `The upstream answer broke off${systemCode(error)}` }
  return { failure: new ProblemError({ ...facts, ...own }, { cause: error }), retryInMs: 0, isDown: true }
}

function systemCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? ` (${code})` : ''
}
