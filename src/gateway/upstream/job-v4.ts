import type { JobDialect } from './job-dialect.ts'
import { createStepCalls, filterFields, getter, poster, scopeFields } from './job-v3.ts'
import { longToken } from './lossless-json.ts'
import type { Transport } from './transport.ts'

/**
 * Released v4 (bk-job A.5 to A.7): HTTP status and an `error` object for failures, hosts and containers, at most
 * 50 of them in a log call; `offset` instead of `start`, and no total.
 */
export function createV4Dialect(transport: Transport): JobDialect {
  const get = getter(transport, '/api/v4/')
  return {
    hostsPerCall: 50,
    selectors: ['host_id_list', 'ip_list', 'container_id_list'],
    lastSelector: null,
    jobInstances: (scope, query, context) =>
      get(
        'get_job_instance_list',
        { ...scopeFields(scope), ...filterFields(query), offset: query.start, length: query.length },
        context,
      ),
    jobInstanceStatus: (scope, id, context) =>
      get(
        'get_job_instance_status',
        { ...scopeFields(scope), job_instance_id: longToken(id), return_execute_object_result: true },
        context,
      ),
    prefersStepCalls: false,
    stepCalls: createStepCalls(transport),
    scopes: (page, context) => get('get_user_authorized_scopes', page, context),
    stepLogs: poster(transport, '/api/v4/batch_get_job_instance_execute_object_log'),
  }
}
