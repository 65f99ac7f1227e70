import type { JobCall } from './call.ts'
import type { Answer, Dialect } from './envelopes.ts'
import type { JobRequest } from './job-request.ts'
import { instanceStatus, listInstances } from './v3-instances.ts'
import { batchIpLog, oneIpLog } from './v3-logs.ts'
import { globalVariables, stepDetail, stepStatus } from './v3-steps.ts'
import { authorizedScopes, instanceStatusV4, listInstancesV4 } from './v4-instances.ts'
import { batchExecuteObjectLog, draftIpLog } from './v4-logs.ts'

/** How one call is answered. */
export interface Route {
  readonly dialect: Dialect
  readonly method: 'GET' | 'POST'
  readonly answer: (request: JobRequest) => Answer
}

// Step calls exist on the gateway only (bk-job A.2).
const gatewayRoutes: Readonly<Record<string, Route>> = {
  '/api/v3/get_job_instance_list': { dialect: 'v3', method: 'GET', answer: listInstances },
  '/api/v3/get_job_instance_status': { dialect: 'v3', method: 'GET', answer: instanceStatus },
  '/api/v3/get_step_instance_status': { dialect: 'v3', method: 'GET', answer: stepStatus },
  '/api/v3/get_step_instance_detail': { dialect: 'v3', method: 'GET', answer: stepDetail },
  '/api/v3/get_job_instance_ip_log': { dialect: 'v3', method: 'GET', answer: oneIpLog },
  '/api/v3/get_job_instance_global_var_value': { dialect: 'v3', method: 'GET', answer: globalVariables },
  '/api/v3/batch_get_job_instance_ip_log': { dialect: 'v3', method: 'POST', answer: batchIpLog },
  '/api/v4/get_job_instance_list': { dialect: 'v4', method: 'GET', answer: listInstancesV4 },
  '/api/v4/get_job_instance_status': { dialect: 'v4', method: 'GET', answer: instanceStatusV4 },
  '/api/v4/get_user_authorized_scopes': { dialect: 'v4', method: 'GET', answer: authorizedScopes },
  '/api/v4/batch_get_job_instance_execute_object_log': {
    dialect: 'v4',
    method: 'POST',
    answer: batchExecuteObjectLog,
  },
  '/api/v4/batch_get_job_instance_ip_log': { dialect: 'draft', method: 'POST', answer: draftIpLog },
}

const esbRoutes: Readonly<Record<string, Route>> = {
  get_job_instance_list: { dialect: 'esb', method: 'POST', answer: listInstances },
  get_job_instance_status: { dialect: 'esb', method: 'POST', answer: instanceStatus },
  get_job_instance_ip_log: { dialect: 'esb', method: 'POST', answer: oneIpLog },
  get_job_instance_global_var_value: { dialect: 'esb', method: 'POST', answer: globalVariables },
  batch_get_job_instance_ip_log: { dialect: 'esb', method: 'POST', answer: batchIpLog },
}

/** The route of a call, undefined when the platform has no such path; a trailing slash does not matter. */
export function routeOf(call: JobCall): Route | undefined {
  const path = call.path.replace(/\/$/, '')
  const routes = call.generation === 'esb' ? esbRoutes : gatewayRoutes
  return Object.hasOwn(routes, path) ? routes[path] : undefined
}
