import { type InstanceFilter, totalTime } from './catalogue.ts'
import type { Answer } from './envelopes.ts'
import { FieldFailure, JobFailure } from './failures.ts'
import { instanceOf, type JobRequest, refuseContainers, scopeOf } from './job-request.ts'
import type { Json } from './lossless-json.ts'
import type { JobInstance, StepInstance } from './model.ts'
import type { Parameters } from './parameters.ts'
import type { Scope } from './scopes.ts'
import { isFinished, runStatuses, stepTypes } from './status.ts'
import { day } from './times.ts'

/** `get_job_instance_list` of v3 and ESB: newest first, 30 days at most, `data` null on an empty page (bk-job A.6). */
export function listInstances(request: JobRequest): Answer {
  const scope = scopeOf(request)
  const start = request.parameters.int('start') ?? 0
  const length = request.parameters.int('length') ?? 20
  if (start < 0) throw new FieldFailure('start')
  if (length < 1 || length > 1000) throw new FieldFailure('length')
  const matches = request.catalogue.list(scope, readFilter(request.parameters, 30), request.now)
  const page = matches
    .slice(start, start + length)
    .map((instance) => writeListItem(instance, scope, request.now))
  return { data: { start, length, total: matches.length, data: page.length === 0 ? null : page } }
}

/** The filter both generations share; an id makes the others moot, but the times must be there. Throws as bk-job A.6. */
export function readFilter(parameters: Parameters, longestDays: number): InstanceFilter {
  const from = requiredTime(parameters, 'create_time_start')
  const to = requiredTime(parameters, 'create_time_end')
  if (to <= from) throw new JobFailure(1241007, 'create_time_start/create_time_end')
  if (to - from > longestDays * day) throw new JobFailure(1241002)
  return {
    from,
    to,
    id: parameters.long('job_instance_id'),
    operator: parameters.text('operator'),
    name: parameters.text('name'),
    launchMode: known(parameters.int('launch_mode'), new Set([1, 2, 3]), 1240002),
    type: known(parameters.int('type'), new Set([0, 1, 2]), 1241002),
    status: known(parameters.int('status'), runStatuses, 1240002),
    ip: parameters.text('ip'),
  }
}

// Zero and missing are one thing to the platform.
function requiredTime(parameters: Parameters, name: string): number {
  const time = Number(parameters.long(name) ?? 0)
  if (time < 1) throw new JobFailure(1241007, name)
  return time
}

function known(value: number | null, values: ReadonlySet<number>, code: number): number | null {
  if (value !== null && !values.has(value)) throw new JobFailure(code)
  return value
}

/** The fields of an instance as the code emits them; the documents' `id`, `task_status`, `task_type` do not exist. */
export function writeListItem(instance: JobInstance, scope: Scope, now: number): Json {
  const { status, startedAt, endedAt } = instance.progress(now)
  return {
    ...writeScope(scope),
    job_instance_id: BigInt(instance.id),
    job_plan_id: instance.planId,
    job_template_id: instance.planId < 0 ? -1 : instance.planId - 400,
    name: instance.name,
    operator: instance.operator,
    launch_mode: instance.launchMode,
    status,
    type: instance.type,
    start_time: startedAt,
    end_time: endedAt,
    total_time: totalTime({ status, startedAt, endedAt }, now),
    create_time: instance.createdAt,
  }
}

/** The scope a second time, with the old business id beside it. */
function writeScope(scope: Scope) {
  return { bk_biz_id: BigInt(scope.id), bk_scope_type: scope.type, bk_scope_id: scope.id }
}

/** `get_job_instance_status` of v3 and ESB (bk-job A.7). */
export function instanceStatus(request: JobRequest): Answer {
  const scope = scopeOf(request)
  const id = request.parameters.long('job_instance_id')
  if (id === null || BigInt(id) < 1n) throw new JobFailure(1241007, 'job_instance_id')
  const instance = instanceOf(request)
  const wantsHosts = request.parameters.flag('return_ip_result')
  if (wantsHosts) for (const step of instance.steps()) refuseContainers(step)
  const steps = instance.steps().map((step) => ({
    ...writeStep(step, request.now),
    step_ip_result_list: wantsHosts ? hostResults(step, request.now) : null,
  }))
  return { data: { ...writeInstance(instance, scope, request.now), step_instance_list: steps } }
}

/** The head of a status answer, the same in v3 and v4. */
export function writeInstance(instance: JobInstance, scope: Scope, now: number) {
  const progress = instance.progress(now)
  return {
    finished: isFinished(progress.status),
    job_instance: {
      job_instance_id: BigInt(instance.id),
      ...writeScope(scope),
      name: instance.name,
      status: progress.status,
      create_time: instance.createdAt,
      start_time: progress.startedAt,
      end_time: progress.endedAt,
      total_time: totalTime(progress, now),
    },
  }
}

/** One step in a status answer; its duration is null while it runs. */
export function writeStep(step: StepInstance, now: number) {
  const { status, startedAt, endedAt } = step.progress(now)
  return {
    step_instance_id: BigInt(step.id),
    name: step.name,
    status,
    type: stepTypes[step.kind],
    execute_count: step.executeCount,
    create_time: step.createdAt,
    start_time: startedAt,
    end_time: endedAt,
    total_time: startedAt === null || endedAt === null ? null : endedAt - startedAt,
  }
}

// Only targets: the sources of a distribution are filtered out upstream. A step not yet started has none.
function hostResults(step: StepInstance, now: number): Json {
  if (step.progress(now).startedAt === null) return []
  return step.targets.all.map((object, index) => {
    const outcome = step.outcome(index, now, step.executeCount)
    return {
      bk_host_id: object.type === 'host' ? object.hostId : null,
      ip: object.type === 'host' ? object.ip : null,
      bk_cloud_id: object.type === 'host' ? object.cloudId : null,
      status: outcome.status,
      tag: outcome.tag,
      exit_code: outcome.exitCode,
      error_code: outcome.errorCode,
      start_time: outcome.startedAt,
      end_time: outcome.endedAt,
      total_time: durationOf(outcome),
    }
  })
}

/** How long a host took, null while it is not done. */
export function durationOf(outcome: { readonly startedAt: number | null; readonly endedAt: number | null }) {
  return outcome.startedAt === null || outcome.endedAt === null ? null : outcome.endedAt - outcome.startedAt
}
