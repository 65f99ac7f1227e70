import type { JobCall } from './call.ts'
import { FieldFailure, failureMessage, failureRow, type JobFailure } from './failures.ts'
import { type Json, jsonPieces, type NullRule } from './lossless-json.ts'

/** The four wire generations: `draft` is specification 1, served by v4 before it was released. */
export type Dialect = 'v3' | 'esb' | 'v4' | 'draft'

/** What a call answers; `isBare` keeps ESB's own additions away from specification 2's example. */
export interface Answer {
  readonly data: Json
  readonly isBare?: boolean
}

/** The data in its generation's success envelope. */
export function success(dialect: Dialect, answer: Answer, call: JobCall): Response {
  return jsonResponse(200, successBody(dialect, answer, call), nullRule(dialect), call)
}

function successBody(dialect: Dialect, { data, isBare }: Answer, call: JobCall): Json {
  const traceId = traceOf(call)
  switch (dialect) {
    case 'v3':
      return { result: true, code: 0, data, job_request_id: traceId }
    case 'esb':
      return { result: true, code: 0, message: '', data, request_id: isBare ? undefined : call.requestId }
    case 'v4':
      return { data, job_request_id: traceId }
    case 'draft':
      return { data }
  }
}

/** A refusal: v3 and ESB say it inside HTTP 200, v4 and the draft with a status (bk-job A.2). */
export function refusal(dialect: Dialect, failure: JobFailure, call: JobCall): Response {
  const isV4 = dialect === 'v4' || dialect === 'draft'
  const status = isV4 ? failureRow(failure.code).status : 200
  return jsonResponse(status, refusalBody(dialect, failure, call), 'drop', call)
}

function refusalBody(dialect: Dialect, failure: JobFailure, call: JobCall): Json {
  const message = failureMessage(failure, call.language)
  if (dialect === 'v4' || dialect === 'draft') return { error: v4Error(dialect, failure, message, call) }
  const body = { result: false, code: failure.code, message, permission: failure.permission }
  return dialect === 'esb'
    ? { ...body, request_id: call.requestId }
    : { ...body, job_request_id: traceOf(call) }
}

// Released v4 repeats the number in `details`; the draft has no such field.
function v4Error(dialect: Dialect, failure: JobFailure, message: string, call: JobCall): Json {
  const isField = failure instanceof FieldFailure
  const code = failureRow(failure.code).word
  if (dialect === 'draft') return { code, message, data: failure.permission }
  const binding = call.language === 'en' ? 'Failed to bind field [{}]' : '字段[{}]绑定失败'
  return {
    code,
    message: isField ? binding.replace('{}', failure.subject) : message,
    data: failure.permission,
    details: [{ code: isField ? '1241025' : String(failure.code), message }],
  }
}

function nullRule(dialect: Dialect): NullRule {
  return dialect === 'v4' || dialect === 'draft' ? 'drop' : 'keep'
}

function traceOf(call: JobCall): string {
  return call.requestId.replaceAll('-', '')
}

function jsonResponse(status: number, body: Json, nulls: NullRule, call: JobCall): Response {
  return new Response(streamOf(jsonPieces(body, nulls)), {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', 'X-Bk-Job-Request-Id': traceOf(call) },
  })
}

const pieceLength = 64 * 1024

/** Texts hold bytes that are no UTF-8 as `rawByte`: agents pass on what a program printed, whatever its encoding (bk-job B.10). */
function bytesOf(text: string, encoder: InstanceType<typeof TextEncoder>): Uint8Array {
  const parts = text.split(/([\uf780-\uf7ff]+)/)
  if (parts.length === 1) return encoder.encode(text)
  const bytes = parts.map((part, index) =>
    index % 2 === 0
      ? encoder.encode(part)
      : Uint8Array.from(part, (character) => character.charCodeAt(0) & 0xff),
  )
  return Uint8Array.from(bytes.flatMap((each) => [...each]))
}

// Text is made when the reader pulls: an answer of 100 MB costs one host's log at a time.
function streamOf(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const text = take(pieces)
      if (text === '') controller.close()
      else controller.enqueue(bytesOf(text, encoder))
    },
    cancel() {
      pieces.return(undefined)
    },
  })
}

function take(pieces: Generator<string>): string {
  let text = ''
  while (text.length < pieceLength) {
    const piece = pieces.next()
    if (piece.done) break
    text += piece.value
  }
  return text
}
