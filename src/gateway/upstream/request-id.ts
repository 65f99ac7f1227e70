import type { UpstreamHeaders } from './upstream.ts'

/** An id an administrator can search by, and which side gave it. */
export interface RequestId {
  readonly requestId: string
  readonly requestIdOf: 'upstream' | 'gateway'
}

/**
 * The id of an upstream answer, best first: the API gateway's, the job platform's (header, then body), ESB's
 * (body), the generic header; `own` when the answer has none (bk-job A.1, bk-nodeman F3).
 */
export function requestIdOf(headers: UpstreamHeaders, json: unknown, own: string): RequestId {
  const body: { job_request_id?: unknown; request_id?: unknown } =
    typeof json === 'object' && json !== null ? json : {}
  const candidates = [
    headers.get('x-bkapi-request-id'),
    headers.get('x-bk-job-request-id'),
    body.job_request_id,
    body.request_id,
    headers.get('x-request-id'),
  ]
  const found = candidates.find((id): id is string => typeof id === 'string' && id.trim() !== '')
  return found === undefined
    ? { requestId: own, requestIdOf: 'gateway' }
    : { requestId: found.trim().slice(0, 200), requestIdOf: 'upstream' }
}
