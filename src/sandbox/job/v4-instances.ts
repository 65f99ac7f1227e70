import type { Answer } from './envelopes.ts'
import { FieldFailure } from './failures.ts'
import { instanceOf, type JobRequest, scopeOf } from './job-request.ts'
import type { Json } from './lossless-json.ts'
import type { ExecuteObject, StepInstance } from './model.ts'
import { mayAccess, scopes } from './scopes.ts'
import { durationOf, readFilter, writeInstance, writeListItem, writeStep } from './v3-instances.ts'

/** v4 `get_job_instance_list`: offset and length, no total, no limit of days (bk-job A.6). */
export function listInstancesV4(request: JobRequest): Answer {
  const scope = scopeOf(request)
  const { offset, length } = readPage(request)
  const matches = request.catalogue.list(
    scope,
    readFilter(request.parameters, Number.POSITIVE_INFINITY),
    request.now,
  )
  const page = matches.slice(offset, offset + length)
  return {
    data: { job_instance_list: page.map((instance) => writeListItem(instance, scope, request.now)) },
  }
}

// Both v4 lists share these bounds; beyond them the call is refused, not clamped (bk-job A.2).
function readPage({ parameters }: JobRequest): { offset: number; length: number } {
  const offset = parameters.int('offset') ?? 0
  const length = parameters.int('length') ?? 10
  if (offset < 0 || offset > 10_000) throw new FieldFailure('offset')
  if (length < 1 || length > 200) throw new FieldFailure('length')
  return { offset, length }
}

/** v4 `get_job_instance_status`: hosts and containers alike (bk-job A.7). */
export function instanceStatusV4(request: JobRequest): Answer {
  const scope = scopeOf(request)
  const instance = instanceOf(request)
  const wantsObjects = request.parameters.flag('return_execute_object_result')
  const steps = instance.steps().map((step) => ({
    ...writeStep(step, request.now),
    step_execute_object_result_list: wantsObjects ? objectResults(step, request.now) : undefined,
  }))
  return { data: { ...writeInstance(instance, scope, request.now), step_instance_list: steps } }
}

// Absent rather than empty: v4 drops what it has nothing to say about.
function objectResults(step: StepInstance, now: number): Json {
  if (step.progress(now).startedAt === null || step.targets.all.length === 0) return undefined
  return step.targets.all.map((object, index) => {
    const outcome = step.outcome(index, now, step.executeCount)
    return {
      execute_object: writeExecuteObject(object),
      status: outcome.status,
      tag: outcome.tag,
      exit_code: outcome.exitCode,
      start_time: outcome.startedAt,
      end_time: outcome.endedAt,
      total_time: durationOf(outcome),
    }
  })
}

/** A host or container in v4's words; `resource_id` is text there. */
export function writeExecuteObject(object: ExecuteObject): Json {
  return object.type === 'host'
    ? {
        type: 1,
        resource_id: String(object.hostId),
        host: {
          bk_host_id: object.hostId,
          bk_cloud_id: object.cloudId,
          bk_cloud_name: object.cloudName,
          ip: object.ip,
          ipv6: object.ipv6,
          bk_agent_id: object.agentId,
        },
      }
    : {
        type: 2,
        resource_id: String(object.id),
        container: {
          id: object.id,
          container_id: object.containerId,
          name: object.name,
          node_host_id: object.nodeHostId,
        },
      }
}

const favorAt = Date.UTC(2026, 0, 5, 2)

/** v4 `get_user_authorized_scopes`: what the user may see, favourites first (bk-job A.12). */
export function authorizedScopes(request: JobRequest): Answer {
  const { offset, length } = readPage(request)
  const visible = scopes.filter((scope) => mayAccess(request.call.user, scope))
  const page = visible.slice(offset, offset + length).map((scope) => ({
    bk_scope_type: scope.type,
    bk_scope_id: scope.id,
    name: scope.name,
    favor: scope.favor,
    favor_time: scope.favor ? favorAt : undefined,
    time_zone: 'Asia/Shanghai',
  }))
  return { data: { total: visible.length, offset, length, scope_list: page } }
}
