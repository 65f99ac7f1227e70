import type { JobInstanceQuery, Scope, StepPartQuery } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { jobData, logCallAnswer } from './job-answer.ts'
import type { JobDialect, StepCalls } from './job-dialect.ts'
import { logBytes } from './log-bytes.ts'
import { selectorBody } from './log-targets.ts'
import { longToken } from './lossless-json.ts'
import type { Transport } from './transport.ts'
import type { QueryValue } from './transport-call.ts'
import type { CallContext, StepAddress } from './upstream.ts'

/**
 * Job gateway v3: GET with a query for `get_*`, POST for the batch; HTTP 200 with `{result, code}` for failures
 * (bk-job A.2 to A.8). Its log call takes 500 hosts, undocumented, by id or by address.
 */
export function createV3Dialect(transport: Transport): JobDialect {
  const get = getter(transport, '/api/v3/')
  return {
    hostsPerCall: 500,
    selectors: ['host_id_list', 'ip_list'],
    lastSelector: null,
    jobInstances: (scope, query, context) =>
      get('get_job_instance_list', { ...scopeFields(scope), ...listFields(query) }, context),
    jobInstanceStatus: (scope, id, context) =>
      withResultsIfPossible((results) => {
        const query = { ...scopeFields(scope), job_instance_id: longToken(id), return_ip_result: results }
        return get('get_job_instance_status', query, context)
      }),
    prefersStepCalls: true,
    stepCalls: createStepCalls(transport),
    scopes: null,
    stepLogs: poster(transport, '/api/v3/batch_get_job_instance_ip_log'),
  }
}

/** Internal error of upstream; what v3 and ESB answer for the results of a container step (bk-job A.7). */
export const noResultsCode = '1240002'

/**
 * Asks for the results too, and without them when that fails with 1240002: so servers answer v3 and ESB for a job
 * instance with a container step (bk-job A.7). Its steps can still be shown, only not counted.
 */
export async function withResultsIfPossible(ask: (results: boolean) => Promise<unknown>): Promise<unknown> {
  try {
    return await ask(true)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.facts.code !== noResultsCode) throw error
    return ask(false).catch(() => Promise.reject(error))
  }
}

/** `bk_scope_id` is a string on the wire, in contrast to every other id (bk-job A.2). */
export function scopeFields(scope: Scope): { readonly bk_scope_type: string; readonly bk_scope_id: string } {
  return { bk_scope_type: scope.type, bk_scope_id: scope.id }
}

/** Which step, as unquoted longs. */
export function stepFields(step: { readonly jobInstanceId: string; readonly stepInstanceId: string }) {
  return { job_instance_id: longToken(step.jobInstanceId), step_instance_id: longToken(step.stepInstanceId) }
}

/** The step calls exist in v3 only; a gateway that speaks v4 has v3 beside it (bk-job A.8, A.9). */
export function createStepCalls(transport: Transport): StepCalls {
  const get = getter(transport, '/api/v3/')
  const fields = (step: StepAddress) => ({ ...scopeFields(step.scope), ...stepFields(step) })
  return {
    status: (step, part, context) =>
      get('get_step_instance_status', { ...fields(step), ...partFields(part) }, context),
    plan: (step, context) => get('get_step_instance_detail', fields(step), context),
  }
}

/** Batch 0 is all batches; left out it would be the latest only (bk-job A.8). */
function partFields({ executeCount, batch = 0, perGroup }: StepPartQuery) {
  return { execute_count: executeCount, batch, max_host_num_per_group: perGroup }
}

/** Filters of the history call; both times are required even with an id (bk-job A.6). */
export function filterFields(query: JobInstanceQuery) {
  return {
    create_time_start: query.from,
    create_time_end: query.to,
    job_instance_id: query.jobInstanceId === undefined ? undefined : longToken(query.jobInstanceId),
    operator: query.operator,
    name: query.name,
    launch_mode: query.launchMode,
    type: query.type,
    status: query.status,
    ip: query.ip,
  }
}

/** {@link filterFields} with the paging of v3 and ESB. */
export function listFields(query: JobInstanceQuery) {
  return { ...filterFields(query), start: query.start, length: query.length }
}

/** Makes `get(name, query, context)`: the unwrapped data of one GET below `prefix`. */
export function getter(transport: Transport, prefix: string) {
  return async (name: string, query: Readonly<Record<string, QueryValue>>, context: CallContext) => {
    const answer = await transport.call({
      method: 'GET',
      path: prefix + name,
      query,
      context,
      operation: name,
    })
    return jobData(answer, { transport, operation: name })
  }
}

/** Makes the log call of a gateway generation: POST with scope, step and one list of targets. */
export function poster(transport: Transport, path: string): JobDialect['stepLogs'] {
  return async (step, { selector, targets }, context) => {
    const body = { ...scopeFields(step.scope), ...stepFields(step), ...selectorBody(selector, targets) }
    const operation = path.slice(path.lastIndexOf('/') + 1)
    const maxBytes = logBytes(targets.length)
    const call = { method: 'POST', path, body, context, operation, maxBytes, texts: 'log_content' } as const
    return logCallAnswer(await transport.call(call), { transport, operation })
  }
}
