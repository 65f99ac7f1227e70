import type { Problem } from '#contract'
import type { BreakerLimits, BreakerState } from './breaker.ts'
import type { QueueLimits } from './call-queue.ts'
import type { TextMember, Texts } from './cut-texts.ts'
import type { LongToken } from './lossless-json.ts'
import type { Room } from './room.ts'
import type { CallContext, UpstreamCall, UpstreamHeaders } from './upstream.ts'

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
  readonly ask: UpstreamCall
  readonly baseUrl: string
  readonly style: TransportStyle
  readonly system: Exclude<Problem['system'], 'joblens'>
  readonly appCode: string
  readonly appSecret: string
  /** Sent as `X-Bk-Tenant-Id` where the deployment has tenants (bk-job A.1). */
  readonly tenantId?: string | null
  readonly timeouts?: Partial<TransportTimeouts>
  readonly limits?: TransportLimits
  /** For large answers; shared by all transports of the process. */
  readonly room: Room
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
  /** How often is looked whether an upstream that rests is there again. */
  readonly lookMs?: number
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
  /** Most bytes of decoded body; beyond them the problem is `too-large`. Default 44 MiB. */
  readonly maxBytes?: number
  /** The member whose texts stay bytes, see {@link UpstreamAnswer.texts}. */
  readonly texts?: TextMember
}

/** An answer that was JSON, whatever its status: `unwrap` decides whether it is a success. */
export interface UpstreamAnswer {
  readonly json: unknown
  readonly status: number
  readonly headers: UpstreamHeaders
  /** Upstream's id of this answer when it gave one, else the gateway's own. */
  readonly requestId: string
  readonly requestIdOf: 'upstream' | 'gateway'
  /** Size of the decoded body. */
  readonly bytes: number
  /** Blanks out the app secret and the user's ticket in words that may quote the request. */
  readonly redact: (words: string) => string
  /** Log texts that stand in `json` as marks, until `free` gives their memory back, and the place in the room. */
  readonly texts: Texts
  readonly free: () => void
}
