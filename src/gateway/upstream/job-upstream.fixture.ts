import type { Capabilities, JobInstanceId, ScopeId, ScopeType, StepInstanceId } from '#contract'
import { createJobUpstream } from './create-job-upstream.ts'
import { callBy } from './fetch-call.ts'
import { createRoom } from './room.ts'
import { createTransport } from './transport.ts'
import type { TransportOptions } from './transport-call.ts'
import type { CallContext, JobUpstream, LogFrame, StepAddress, UpstreamFetch } from './upstream.ts'

export type Generation = NonNullable<Capabilities['job']>['generation']

export const SECRET = 'app-secret-value'
export const TICKET = 'ticket-of-zhang-san'

export function callContext(signal = new AbortController().signal): CallContext {
  const identity = { by: 'token', cookie: 'bk_token', value: TICKET } as const
  return { identity, language: 'zh-cn', signal, requestId: 'gateway-request-id' }
}

/** What went out, as text, in order. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Answer = (
  request: SentRequest,
  index: number,
  signal: AbortSignal,
) => Response | Promise<Response>

/** A fetch that answers from a function and keeps what was asked. */
export function recordingFetch(answer: Answer): { fetch: UpstreamFetch; sent: SentRequest[] } {
  const sent: SentRequest[] = []
  const fetch: UpstreamFetch = async (request) => {
    const entry = {
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    }
    sent.push(entry)
    return answer(entry, sent.length - 1, request.signal)
  }
  return { fetch, sent }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } })
}

export function transportTo(fetch: UpstreamFetch, more: Partial<TransportOptions> = {}) {
  return createTransport({
    ask: callBy(fetch),
    baseUrl: more.style === 'esb' ? 'https://paas.test/' : 'https://bkapi.test/api/bk-job/prod',
    style: 'gateway',
    system: 'job',
    appCode: 'joblens',
    appSecret: SECRET,
    room: createRoom(),
    timeouts: { callMs: 2_000, totalMs: 4_000, backoffMs: 1 },
    ...more,
  })
}

export function upstreamTo(generation: Generation, fetch: UpstreamFetch): JobUpstream {
  const style = generation === 'esb' ? 'esb' : 'gateway'
  return createJobUpstream({ generation, transport: transportTo(fetch, { style }) })
}

export function stepAt(
  type: ScopeType,
  scopeId: string,
  jobInstanceId: string,
  stepInstanceId: string,
): StepAddress {
  return {
    scope: { type, id: scopeId as ScopeId },
    jobInstanceId: jobInstanceId as JobInstanceId,
    stepInstanceId: stepInstanceId as StepInstanceId,
  }
}

/** All frames, each text read while it is there. */
export async function collect(frames: AsyncIterable<LogFrame>) {
  const all: { header: LogFrame['header']; text: string }[] = []
  for await (const { header, text } of frames) all.push({ header, text: text.toString() })
  return all
}
