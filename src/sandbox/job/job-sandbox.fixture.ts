import { createJobSandbox, type JobCall } from './index.ts'
import { parseJson } from './lossless-json.ts'

/** A Monday noon in Shanghai: the story is anchored here in every test. */
export const startedAt = Date.UTC(2026, 2, 9, 4)

/** What came back: ids beyond 2^53 are strings in `body`, `text` is what went over the wire. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Body
}

// Tests look into answers freely; a wrong path is a failed expectation, not a type error.
// biome-ignore lint/suspicious/noExplicitAny: wire bodies have no type on purpose
type Body = any

type Options = Partial<Pick<JobCall, 'user' | 'language' | 'method' | 'generation'>> & {
  readonly at?: number
}
type Values = Readonly<Record<string, unknown>>

/** Sends one call at `startedAt` plus `options.at` ms. */
export async function send(call: Partial<JobCall>, options: Options = {}): Promise<Answered> {
  const { at = 0, ...rest } = options
  const sandbox = createJobSandbox({ now: () => startedAt + at, startedAt })
  const response = sandbox.handle({ ...defaults, ...call, ...rest })
  if (response === null) throw new Error('the platform has no such path')
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parseJson(text) }
}

const defaults: JobCall = {
  generation: 'gateway',
  path: '',
  method: 'GET',
  query: new URLSearchParams(),
  bodyText: '',
  user: 'admin',
  tenant: null,
  language: 'zh-cn',
  requestId: '5f0c9a2e-0000-4000-8000-000000000001',
}

/** Scope parameters of the demo game. */
export const demo = { bk_scope_type: 'biz', bk_scope_id: '2' } as const

/** A gateway GET: `v3/get_job_instance_status`. */
export function get(name: string, values: Values, options?: Options): Promise<Answered> {
  const query = new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)]))
  return send({ path: `/api/${name}`, query }, options)
}

/** A gateway POST. */
export function post(name: string, values: Values, options?: Options): Promise<Answered> {
  return send({ path: `/api/${name}`, method: 'POST', bodyText: JSON.stringify(values) }, options)
}

/** An ESB call, always a POST. */
export function esb(name: string, values: Values, options?: Options): Promise<Answered> {
  return send({ generation: 'esb', path: name, method: 'POST', bodyText: JSON.stringify(values) }, options)
}

/** Host ids of the demo fleet, or any other run of numbers. */
export function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}

/** The ids of one signature step. */
export function step(number: number, position = 1) {
  return {
    ...demo,
    job_instance_id: 20_000_000_000 + number,
    step_instance_id: 20_000_000_000 + number * 100 + position,
  }
}
