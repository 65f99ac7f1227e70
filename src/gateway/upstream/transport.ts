import type { Problem } from '#contract'
import { ProblemError, type ProblemFacts } from '../problem-error.ts'
import { authorizationHeader, credentialsOf, redactor } from './credentials.ts'
import { kindOfStatus } from './failure-kind.ts'
import { type LongToken, parseLossless, stringifyLossless } from './lossless-json.ts'
import { type Body, readBody } from './read-body.ts'
import { requestIdOf } from './request-id.ts'
import { backoff, DeadlineError, pause, resetSeconds, withDeadline } from './retry.ts'
import type { CallContext, UpstreamFetch } from './upstream.ts'

/** How a system is reached: the API gateway (credentials in a header) or ESB (credentials in the JSON body). */
export type TransportStyle = 'gateway' | 'esb'

/** Limits in milliseconds. `callMs` is for one try, `totalMs` for all of them; `backoffMs` is the first pause. */
interface TransportTimeouts {
  readonly callMs: number
  readonly totalMs: number
  readonly backoffMs: number
}

/** How to reach one upstream system. `baseUrl` ends at the gateway's stage, or is the bare ESB host. */
export interface TransportOptions {
  readonly fetch: UpstreamFetch
  readonly baseUrl: string
  readonly style: TransportStyle
  readonly system: Exclude<Problem['system'], 'joblens'>
  readonly appCode: string
  readonly appSecret: string
  readonly timeouts?: Partial<TransportTimeouts>
  /** Told about every finished try: for metrics and logs. Holds no secret. */
  readonly onTry?: (event: TransportTry) => void
}

/** One try of one call, as told to metrics and logs. `status` is null when there was no answer. */
export interface TransportTry {
  readonly operation: string
  readonly status: number | null
  readonly durationMs: number
  readonly bytes: number
  readonly attempt: number
}

export type QueryValue = string | number | boolean | LongToken | null | undefined

/**
 * One idempotent upstream read. `path` starts with `/` and is already encoded; `query` and `body` leave out
 * what is undefined (and null in a query). `operation` names it in metrics, e.g. "get_job_instance_list".
 */
export interface TransportCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, QueryValue>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly context: CallContext
  readonly operation: string
  /** Most bytes of decoded body; beyond them the problem is `too-large`. Default 64 MiB. */
  readonly maxBytes?: number
}

/** An answer that was JSON, whatever its status: `unwrap` decides whether it is a success. */
export interface UpstreamAnswer {
  readonly json: unknown
  readonly status: number
  readonly headers: Headers
  /** Upstream's id of this answer when it gave one, else the gateway's own. */
  readonly requestId: string
  readonly requestIdOf: 'upstream' | 'gateway'
  /** Size of the decoded body. */
  readonly bytes: number
  /** Blanks out the app secret and the user's ticket in words that may quote the request. */
  readonly redact: (words: string) => string
}

/** Calls one upstream system. Rejects with ProblemError; with the signal's reason once the browser has left. */
export interface Transport {
  readonly style: TransportStyle
  readonly system: TransportOptions['system']
  call(call: TransportCall): Promise<UpstreamAnswer>
}

/** Product, section 14: a failure is shown within 25 s, all retries and the way to the screen included. */
const defaultTimeouts: TransportTimeouts = { callMs: 20_000, totalMs: 24_000, backoffMs: 300 }
const MAX_RETRIES = 2
const MAX_BYTES = 64 * 1024 * 1024

/** See {@link Transport}. Redirects are never followed; nothing of the browser's request goes on. */
export function createTransport(options: TransportOptions): Transport {
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  return {
    style: options.style,
    system: options.system,
    call: (call) => callWithRetries(options, timeouts, call),
  }
}

/** What one try came to: an answer to look at, or a failure; `retryInMs` when another try may mend it. */
type Outcome =
  | { readonly answer: UpstreamAnswer; readonly retryInMs: number | null }
  | { readonly failure: ProblemError; readonly retryInMs: number | null }

async function callWithRetries(
  options: TransportOptions,
  timeouts: TransportTimeouts,
  call: TransportCall,
): Promise<UpstreamAnswer> {
  const { deadlineAt = Number.POSITIVE_INFINITY } = call.context
  const deadline = Math.min(performance.now() + timeouts.totalMs, deadlineAt)
  for (let attempt = 1; ; attempt += 1) {
    const leftMs = deadline - performance.now()
    const outcome = await tryOnce(options, Math.min(timeouts.callMs, leftMs), call, attempt)
    const waitMs =
      outcome.retryInMs === null ? null : Math.max(outcome.retryInMs, backoff(attempt, timeouts.backoffMs))
    const retry = waitMs !== null && attempt <= MAX_RETRIES && performance.now() + waitMs < deadline
    if (retry) await pause(waitMs, call.context.signal)
    else if ('answer' in outcome) return outcome.answer
    else throw outcome.failure
  }
}

/**
 * Node links a request to its signal weakly: once nobody holds the request and the garbage collector came by, an
 * abort no longer reaches the connection, which then stays open for as long as upstream pleases.
 */
const underWay = new Set<Request>()

async function tryOnce(
  options: TransportOptions,
  timeoutMs: number,
  call: TransportCall,
  attempt: number,
): Promise<Outcome> {
  const startedAt = performance.now()
  let status: number | null = null
  let bytes = 0
  let request: Request | null = null
  try {
    return await withDeadline(timeoutMs, call.context.signal, async (signal) => {
      request = buildRequest(options, call, signal)
      underWay.add(request)
      const response = await options.fetch(request)
      status = response.status
      const body = await readBody(response, call.maxBytes ?? MAX_BYTES, signal)
      bytes = body.bytes
      return judge(options, call, response, body)
    })
  } catch (error) {
    call.context.signal.throwIfAborted()
    return noAnswer(options, call, error, status)
  } finally {
    if (request !== null) underWay.delete(request)
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
function buildRequest(options: TransportOptions, call: TransportCall, signal: AbortSignal): Request {
  const credentials = credentialsOf(options, call.context.identity)
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Blueking-Language': call.context.language,
  }
  if (options.style === 'gateway') headers['X-Bkapi-Authorization'] = authorizationHeader(credentials)
  const members = options.style === 'esb' ? { ...credentials, ...call.body } : call.body
  const body = call.method === 'GET' ? null : stringifyLossless(members ?? {})
  const url = options.baseUrl.replace(/\/+$/, '') + call.path + queryText(call.query)
  return new Request(url, { method: call.method, headers, body, signal, redirect: 'manual' })
}

function queryText(query: TransportCall['query']): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&')}`
}

function judge(options: TransportOptions, call: TransportCall, response: Response, body: Body): Outcome {
  const { status, headers } = response
  const json = body.fault === null ? parseOrUndefined(body.text) : undefined
  const redact = redactor(options, call.context.identity)
  const { requestId, requestIdOf: origin } = requestIdOf(headers, json, call.context.requestId)
  const ids = { requestId: redact(requestId), requestIdOf: origin }
  const retryInMs = retryDelay(status, headers)
  if (json === undefined) {
    const facts = { ...unreadable(response, body), ...ids, system: options.system }
    return { failure: new ProblemError(facts), retryInMs }
  }
  return { answer: { json, status, headers, ...ids, bytes: body.bytes, redact }, retryInMs }
}

function parseOrUndefined(text: string): unknown {
  try {
    return parseLossless(text)
  } catch {
    return undefined
  }
}

/** Null: trying again would not help, or nobody said when (a 429 without a reset time). */
function retryDelay(status: number, headers: Headers): number | null {
  if (status === 502 || status === 503 || status === 504) return 0
  if (status !== 429) return null
  const seconds = resetSeconds(headers, Date.now())
  return seconds === null ? null : seconds * 1000
}

/** Words for an answer that is no JSON. The body itself is never quoted: it may hold anything. */
function unreadable(response: Response, body: Body): ProblemFacts {
  const { status, headers } = response
  const redirected = (status >= 300 && status < 400) || response.type === 'opaqueredirect'
  if (redirected)
    return { kind: 'not-signed-in', message: 'Upstream redirected the call, most likely to its login page' }
  if (body.fault === 'too-large') return { kind: 'too-large', message: 'The upstream answer is too large' }
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

function unreadableReason(headers: Headers, body: Body): string {
  if (body.fault === 'not-utf-8') return 'The upstream answer is not UTF-8 text'
  if (body.text.trim() === '') return 'The upstream answer is empty'
  if (headers.get('content-type')?.includes('html') === true || /^\s*</.test(body.text)) {
    return 'Upstream answered with a web page instead of JSON'
  }
  return /^\s*[[{]/.test(body.text)
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
  if (error instanceof ProblemError) return { failure: error, retryInMs: null }
  if (error instanceof DeadlineError) {
    const failure = new ProblemError({ kind: 'timeout', message: 'Upstream took too long to answer', ...own })
    return { failure, retryInMs: null }
  }
  const facts: ProblemFacts =
    status === null
      ? { kind: 'upstream-down', message: `Upstream cannot be reached${systemCode(error)}` }
      : { kind: 'bad-answer', message: `The upstream answer broke off${systemCode(error)}` }
  return { failure: new ProblemError({ ...facts, ...own }, { cause: error }), retryInMs: 0 }
}

function systemCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? ` (${code})` : ''
}
