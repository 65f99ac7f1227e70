import type { Problem } from '#contract'
import type { LongToken } from './lossless-json.ts'
import type { CallContext, UpstreamFetch } from './upstream.ts'

/** How a system is reached: the API gateway (credentials in a header) or ESB (credentials in the JSON body). */
export type TransportStyle = 'gateway' | 'esb'

/** Limits in milliseconds. `callMs` is for one try, `totalMs` for all of them; `backoffMs` is the first pause. */
export interface TransportTimeouts {
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

/** An answer that was JSON, whatever its status: {@link unwrap} decides whether it is a success. */
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

/** See {@link Transport}. Redirects are never followed; nothing of the browser's request goes on. */
export declare function createTransport(options: TransportOptions): Transport
