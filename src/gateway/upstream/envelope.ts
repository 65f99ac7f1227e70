import type { MissingPermission, ProblemKind } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { kindOfCode, kindOfStatus, kindOfWords } from './failure-kind.ts'
import { readPermissions } from './permissions.ts'
import { resetSeconds } from './retry.ts'
import type { TransportOptions, TransportStyle, UpstreamAnswer } from './transport-call.ts'

/** Whose answer it is. */
export interface EnvelopeSource {
  readonly system: TransportOptions['system']
  readonly style: TransportStyle
}

/**
 * The `data` of a successful answer of any envelope (null when there was none), or ProblemError with kind,
 * upstream's words and code, request id, missing permissions. Which envelope it is, is decided by its shape, not
 * by the call: v4's `error` object, `{result, code}` of v3, ESB and node-man, the API gateway's own (also
 * rewritten to HTTP 200), or nothing but a status (bk-job E.2, bk-nodeman F5).
 */
export function unwrap(answer: UpstreamAnswer, source: EnvelopeSource): unknown {
  const body = asEnvelope(answer.json)
  const refusal = readRefusal(answer, body)
  if (refusal === null) return body?.data ?? null
  throw problemOfRefusal(answer, source, refusal)
}

/** One failed answer, whatever its envelope. `codes` are tried in order: the most precise first. */
interface Refusal {
  /** The code people search for. */
  readonly code: string
  readonly codes: readonly string[]
  readonly message: string
  readonly kind?: ProblemKind
  readonly payloads: readonly unknown[]
}

/** Every member any of the envelopes may have; none is sure to be there or of any type. */
interface Envelope {
  readonly result?: unknown
  readonly code?: unknown
  readonly code_name?: unknown
  readonly message?: unknown
  readonly error_msg?: unknown
  readonly data?: unknown
  readonly permission?: unknown
  readonly error?: unknown
  readonly details?: unknown
}

function asEnvelope(value: unknown): Envelope | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function readRefusal(answer: UpstreamAnswer, body: Envelope | null): Refusal | null {
  if (body === null)
    return {
      code: '',
      codes: [],
      message: 'The upstream answer is not a JSON object',
      kind: 'bad-answer',
      payloads: [],
    }
  const error = asEnvelope(body.error)
  const gatewayCode = textOf(answer.headers.get('x-bkapi-error-code'))
  if (gatewayCode !== '' && gatewayCode !== '0') return gatewayRefusal(answer, body, gatewayCode)
  if (error !== null) return v4Refusal(error)
  if (failedByResult(body)) return resultRefusal(body)
  const ok = answer.status >= 200 && answer.status < 300
  if (!ok) return resultRefusal(body)
  if (body.result === true || 'data' in body) return null
  return { code: '', codes: [], message: 'The upstream answer has no data', kind: 'bad-answer', payloads: [] }
}

/** `result` decides, a non-zero `code` too; codes come as numbers and as text, "00" is success (bk-nodeman A9). */
function failedByResult(body: Envelope): boolean {
  if (body.result === false) return true
  const code = textOf(body.code)
  return code !== '' && !/^0+$/.test(code)
}

function gatewayRefusal(answer: UpstreamAnswer, body: Envelope, code: string): Refusal {
  const message = textOf(body.message) || textOf(answer.headers.get('x-bkapi-error-message'))
  return { code, codes: [code, textOf(body.code_name)], message, payloads: [] }
}

/** v4: a word, and in `details` the number behind it, which is more precise (bk-job A.2). */
function v4Refusal(error: Envelope): Refusal {
  const details = Array.isArray(error.details) ? error.details.map(asEnvelope) : []
  const detail = details.find((each) => each !== null) ?? null
  // Bean validation says only "field binding failed" on top; the detail names the field (bk-job A.15).
  const detailed = textOf(detail?.code) === '1241025' ? textOf(detail?.message) : ''
  return {
    code: textOf(error.code),
    codes: [textOf(detail?.code), textOf(error.code)],
    message: detailed || textOf(error.message),
    payloads: [error.data],
  }
}

/** v3, ESB, node-man, rewritten gateway errors, and APISIX's bare `{error_msg}`. */
function resultRefusal(body: Envelope): Refusal {
  const message = textOf(body.message) || textOf(body.error_msg)
  return {
    code: textOf(body.code),
    codes: [textOf(body.code), textOf(body.code_name)],
    message,
    payloads: [body.permission, body.data],
  }
}

function problemOfRefusal(answer: UpstreamAnswer, source: EnvelopeSource, refusal: Refusal): ProblemError {
  const codes = refusal.codes.filter((code) => code !== '' && !/^0+$/.test(code))
  const message = answer.redact(refusal.message).slice(0, 2000)
  const kind = refusal.kind ?? kindOf(codes, message, answer.status)
  const { permissions, applyUrl } =
    kind === 'denied' ? readPermissions(refusal.payloads, answer.redact) : noPermissions
  return new ProblemError({
    kind,
    message: message === '' ? `Upstream answered HTTP ${answer.status} without a reason` : message,
    code: answer.redact(refusal.code).slice(0, 100) || (answer.status >= 400 ? String(answer.status) : null),
    requestId: answer.requestId,
    requestIdOf: answer.requestIdOf,
    system: source.system,
    retryAfterSeconds: kind === 'rate-limited' ? resetSeconds(answer.headers, Date.now()) : null,
    permissions,
    applyUrl,
  })
}

const noPermissions: { permissions: readonly MissingPermission[]; applyUrl: string | null } = {
  permissions: [],
  applyUrl: null,
}

function kindOf(codes: readonly string[], message: string, status: number): ProblemKind {
  for (const code of codes) {
    const kind = kindOfWords(code, message) ?? kindOfCode(code)
    if (kind !== null) return kind
  }
  // HTTP 200 with a code nobody documents: upstream could not do it, and says why in its own words.
  return status >= 200 && status < 300 ? 'upstream-down' : kindOfStatus(status)
}
