import {
  isDecimalId,
  type NodeManInstanceId,
  type NodeManInstanceQuery,
  type NodeManJobId,
  type NodeManJobQuery,
} from '#contract'
import { longToken } from './lossless-json.ts'
import type { TransportCall } from './transport-call.ts'
import type { CallContext } from './upstream.ts'

/** How this deployment's node-man is called; ESB has one set of paths, gateways have two (bk-nodeman A1, B1). */
export interface NodeManDialect {
  readonly api: 'gateway' | 'esb'
  /** Gateway only: `/api/job/{pk}/log/` or `/open/api/job/{id}/log/`. The details call is its sibling. */
  readonly logPath: string
}

const ESB = '/api/c/compapi/v2/nodeman/api/job'

/** `get_job_log`: a GET with the `|` of the instance id as `%7C` on gateways, a POST with a JSON body on ESB. */
export function logCall(
  dialect: NodeManDialect,
  id: NodeManJobId,
  instanceId: NodeManInstanceId,
  context: CallContext,
): TransportCall {
  const operation = 'get_job_log'
  if (dialect.api === 'gateway') {
    const path = fillPath(dialect.logPath, id)
    return { method: 'GET', path, query: { instance_id: instanceId }, context, operation, texts: 'log' }
  }
  // Spec 3's own example has the bare number 1 for an instance id: a number stays one.
  const instance = isDecimalId(instanceId) ? longToken(instanceId) : instanceId
  const body = { job_id: longToken(id), instance_id: instance }
  return { method: 'POST', path: `${ESB}/log/`, body, context, operation, texts: 'log' }
}

/** `job_details`. The condition `status` must be a list: a text is taken letter by letter (bk-nodeman B3). */
export function detailsCall(
  dialect: NodeManDialect,
  id: NodeManJobId,
  query: NodeManInstanceQuery,
  context: CallContext,
): TransportCall {
  const conditions = [
    ...(query.status === undefined ? [] : [{ key: 'status', value: words(query.status) }]),
    ...(query.ip === undefined ? [] : [{ key: 'ip', value: words(query.ip) }]),
    ...(query.instanceId === undefined ? [] : [{ key: 'instance_id', value: [query.instanceId] }]),
  ]
  const body = { page: query.page, pagesize: query.pageSize, conditions }
  const operation = 'job_details'
  if (dialect.api === 'esb') {
    return {
      method: 'POST',
      path: `${ESB}/details/`,
      body: { job_id: longToken(id), ...body },
      context,
      operation,
    }
  }
  const path = fillPath(dialect.logPath.replace(/log(\/?)$/, 'details$1'), id)
  return { method: 'POST', path, body, context, operation }
}

/** `job_list`: only the second gateway generation has it. */
export function jobListCall(query: NodeManJobQuery, context: CallContext): TransportCall {
  const body = {
    page: query.page,
    pagesize: query.pageSize,
    status: query.status === undefined ? undefined : words(query.status),
    created_by: query.operator === undefined ? undefined : words(query.operator),
    inner_ip_list: query.ip === undefined ? undefined : words(query.ip),
    job_id: query.jobId === undefined ? undefined : [longToken(query.jobId)],
  }
  return { method: 'POST', path: '/api/job/job_list/', body, context, operation: 'job_list' }
}

/** True where {@link jobListCall} exists. */
export function hasJobList(dialect: NodeManDialect): boolean {
  return dialect.api === 'gateway' && dialect.logPath.startsWith('/api/job/')
}

function fillPath(template: string, id: NodeManJobId): string {
  return template.replace(/\{(?:pk|id|job_id)\}/, id)
}

/** Several values of one filter come joined by commas or blanks. */
function words(text: string): readonly string[] {
  return text.split(/[,\s]+/).filter((word) => word !== '')
}
