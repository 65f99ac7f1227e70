import type { JobInstanceId, NodeManInstanceId, NodeManJobId, StepInstanceId } from './ids.ts'
import type { Scope } from './scope.ts'

/*
 * The paths of our pages (issue 2). They are an interface: notifications and portals build them. Only paths are
 * made here; each page's own url.ts reads and writes its query. All start with `/`, below the base path.
 */

/** `/{scopeType}/{scopeId}/job-instances` */
export function jobInstancesPath(scope: Scope): string {
  return `/${scope.type}/${scope.id}/job-instances`
}

/** `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}` */
export function jobInstancePath(scope: Scope, id: JobInstanceId): string {
  return `${jobInstancesPath(scope)}/${id}`
}

/** `…/steps/{stepInstanceId}`, with `?host=` when a host key is given. */
export function stepInstancePath(
  scope: Scope,
  id: JobInstanceId,
  stepId: StepInstanceId,
  hostKey?: string,
): string {
  const path = `${jobInstancePath(scope, id)}/steps/${stepId}`
  return hostKey === undefined ? path : `${path}?host=${encodeURIComponent(hostKey)}`
}

/** `/node-man/jobs` */
export const nodeManJobsPath = '/node-man/jobs'

/** `/node-man/jobs/{jobId}` */
export function nodeManJobPath(id: NodeManJobId): string {
  return `${nodeManJobsPath}/${id}`
}

/** `/node-man/jobs/{jobId}/instances/{instanceId}`; the `|` of instance ids travels as `%7C`. */
export function nodeManInstancePath(id: NodeManJobId, instanceId: NodeManInstanceId): string {
  return `${nodeManJobPath(id)}/instances/${encodeURIComponent(instanceId)}`
}
