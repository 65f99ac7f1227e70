import type { Problem } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { type Breaker, type BreakerLimits, type BreakerState, createBreaker } from './breaker.ts'
import { type CallQueue, createCallQueue, type QueueLimits, type QueueState } from './call-queue.ts'
import type { Texts } from './cut-texts.ts'
import type { LongToken } from './lossless-json.ts'
import { type Outcome, tryOnce } from './one-try.ts'
import { readerKey } from './reader-key.ts'
import { backoff, pause } from './retry.ts'
import { shareReads } from './shared-reads.ts'
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
  /** Sent as `X-Bk-Tenant-Id` where the deployment has tenants (bk-job A.1). */
  readonly tenantId?: string | null
  readonly timeouts?: Partial<TransportTimeouts>
  readonly limits?: TransportLimits
  /** Told about every finished try: for metrics and logs. Holds no secret. */
  readonly onTry?: (event: TransportTry) => void
  /** Told when upstream is given a rest, and when it is asked again as usual. */
  readonly onBreaker?: (state: BreakerState) => void
}

/** Other limits than the usual ones, for tests. */
export interface TransportLimits {
  readonly breaker?: Partial<BreakerLimits>
  readonly queue?: Partial<QueueLimits>
  /** No answer may be larger, whatever the call allows. */
  readonly maxBytes?: number
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
  /** Log texts stay bytes, see {@link UpstreamAnswer.texts}. */
  readonly cutsTexts?: boolean
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
  /** Log texts that stand in `json` as marks, until `free` gives their memory back. */
  readonly texts: Texts
  readonly free: () => void
}

/** Calls one upstream system. Rejects with ProblemError; with the signal's reason once the browser has left. */
export interface Transport {
  readonly style: TransportStyle
  readonly system: TransportOptions['system']
  call(call: TransportCall): Promise<UpstreamAnswer>
  /** What an operator wants to see of it at this moment. */
  state(): TransportState
}

/** Whether calls go out, and how many are on their way or waiting. */
export interface TransportState {
  readonly system: TransportOptions['system']
  readonly breaker: BreakerState
  readonly queue: QueueState
}

/** Product, section 14: a failure is shown within 25 s, all retries and the way to the screen included. */
const defaultTimeouts: TransportTimeouts = { callMs: 20_000, totalMs: 24_000, backoffMs: 300 }
const MAX_RETRIES = 2

/**
 * See {@link Transport}. Redirects are never followed; nothing of the browser's request goes on. A call is shared with
 * identical ones, refused while upstream is given a rest, waits for its turn, and is tried again where that may help:
 * all of them are reads.
 */
export function createTransport(options: TransportOptions): Transport {
  const { limits = {}, system, style, onBreaker } = options
  const line: Line = {
    options,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    breaker: createBreaker(limits.breaker, onBreaker),
    queue: createCallQueue(limits.queue),
  }
  return {
    style,
    system,
    call: shareReads((call) => callGuarded(line, call), system),
    state: () => ({ system, breaker: line.breaker.state(), queue: line.queue.state() }),
  }
}

/** The line to one upstream, shared by everybody. */
interface Line {
  readonly options: TransportOptions
  readonly timeouts: TransportTimeouts
  readonly breaker: Breaker
  readonly queue: CallQueue
}

/** Reports the end of the call to the breaker, which may let no call through at all. */
async function callGuarded(line: Line, call: TransportCall): Promise<UpstreamAnswer> {
  const report = line.breaker.begin()
  if (report === null) throw resting(line, call)
  try {
    const outcome = await callWithRetries(line, call)
    report(outcome.isDown ? 'failed' : 'good')
    if ('answer' in outcome) return outcome.answer
    throw outcome.failure
  } finally {
    // What was not reported until here never came to an end: the reader left, or the call got no turn.
    report('unclear')
  }
}

async function callWithRetries(
  { options, timeouts, breaker, queue }: Line,
  call: TransportCall,
): Promise<Outcome> {
  const { context } = call
  const deadline = Math.min(
    performance.now() + timeouts.totalMs,
    context.deadlineAt ?? Number.POSITIVE_INFINITY,
  )
  for (let attempt = 1; ; attempt += 1) {
    const leave = await queue.enter({
      reader: readerKey(context),
      isBulk: context.isBulk === true,
      signal: context.signal,
      deadlineAt: deadline,
    })
    const leftMs = deadline - performance.now()
    const outcome = await tryOnce(options, Math.min(timeouts.callMs, leftMs), call, attempt).finally(leave)
    const waitMs =
      outcome.retryInMs === null ? null : outcome.retryInMs + backoff(attempt, timeouts.backoffMs)
    const isTooLate = waitMs === null || attempt > MAX_RETRIES || performance.now() + waitMs >= deadline
    if (isTooLate || breaker.state().isOpen) return outcome
    await pause(waitMs, context.signal)
  }
}

function resting({ options, breaker }: Line, { context }: TransportCall): ProblemError {
  const { retryInMs } = breaker.state()
  return new ProblemError({
    kind: 'upstream-down',
    message: 'Upstream failed nearly every call lately, so Joblens lets it rest for some seconds',
    requestId: context.requestId,
    requestIdOf: 'gateway',
    system: options.system,
    retryAfterSeconds: Math.max(1, Math.ceil((retryInMs ?? 0) / 1000)),
  })
}
