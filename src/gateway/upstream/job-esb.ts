import type { Scope } from '#contract'
import { jobData, logCallAnswer } from './job-answer.ts'
import type { JobDialect } from './job-dialect.ts'
import { listFields, scopeFields, stepFields, withResultsIfPossible } from './job-v3.ts'
import { logBytes } from './log-bytes.ts'
import { selectorBody } from './log-targets.ts'
import { longToken } from './lossless-json.ts'
import type { Transport } from './transport.ts'
import type { TransportCall } from './transport-call.ts'
import type { CallContext } from './upstream.ts'

/**
 * Spec 2: everything POST below `/api/c/compapi/v2/jobv3/`, with a trailing slash and the credentials in the body.
 * As documented hosts are asked for by address only; a host without an IPv4 address goes by id in calls of its
 * own, which servers since 3.7 understand (bk-job A.2).
 */
export function createEsbDialect(transport: Transport): JobDialect {
  const ask = (
    name: string,
    body: Readonly<Record<string, unknown>>,
    context: CallContext,
    more: Pick<TransportCall, 'maxBytes' | 'texts'> = {},
  ) => {
    const path = `/api/c/compapi/v2/jobv3/${name}/`
    return transport.call({ method: 'POST', path, body, context, operation: name, ...more })
  }
  const post = async (...asked: Parameters<typeof ask>) =>
    jobData(await ask(...asked), { transport, operation: asked[0] })
  return {
    hostsPerCall: 500,
    selectors: ['ip_list'],
    lastSelector: 'host_id_list',
    jobInstances: (scope, query, context) =>
      post('get_job_instance_list', { ...bothScopes(scope), ...listFields(query) }, context),
    jobInstanceStatus: (scope, id, context) =>
      withResultsIfPossible((results) => {
        const body = { ...bothScopes(scope), job_instance_id: longToken(id), return_ip_result: results }
        return post('get_job_instance_status', body, context)
      }),
    prefersStepCalls: false,
    stepCalls: null,
    scopes: null,
    stepLogs: async (step, { selector, targets }, context) => {
      const body = { ...documentedScope(step.scope), ...stepFields(step), ...selectorBody(selector, targets) }
      const more = { maxBytes: logBytes(targets.length), texts: 'log_content' as const }
      const operation = 'batch_get_job_instance_ip_log'
      return logCallAnswer(await ask(operation, body, context, more), { transport, operation })
    },
  }
}

/** The log call as documented knows businesses only; other scopes need a newer server (bk-job A.2). */
function documentedScope(scope: Scope): Readonly<Record<string, unknown>> {
  return scope.type === 'biz' ? { bk_biz_id: longToken(scope.id) } : scopeFields(scope)
}

/** Old servers read `bk_biz_id`, newer ones prefer the scope: companions send both. */
function bothScopes(scope: Scope): Readonly<Record<string, unknown>> {
  return { ...(scope.type === 'biz' ? { bk_biz_id: longToken(scope.id) } : {}), ...scopeFields(scope) }
}
