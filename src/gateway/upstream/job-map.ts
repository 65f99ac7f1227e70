import {
  isRunFinished,
  type JobInstance,
  type JobInstanceDetail,
  type JobInstanceId,
  type JobInstancePage,
  type JobPlanId,
  type NamedScope,
  type Scope,
  type ScopeId,
  type ScopeType,
  type StepInstance,
  type StepInstanceId,
  scopeTypes,
} from '#contract'
import { countResults, readResults } from './job-results.ts'
import { idOf, listOf, numberOf, textOf, timeOf, type Wire, wireOf } from './wire.ts'

/*
 * Answers of the companion calls to contract values, all generations at once: they differ in names only, and
 * documents and servers disagree on those within one generation (bk-job A.6), so every known name is accepted.
 */

/** `data` of get_job_instance_list: v3 and ESB `{data, total}`, v4 `{job_instance_list}` without a total. */
export function readJobInstancePage(
  data: unknown,
  scope: Scope,
  asked: { readonly start: number; readonly length: number },
): JobInstancePage {
  const wire = wireOf(data)
  const rows = listOf(wire, 'data', 'job_instance_list') ?? []
  const items = rows.map((row) => readJobInstance(wireOf(row), scope)).filter((item) => item !== null)
  return { items, total: numberOf(wire, 'total'), start: asked.start, length: asked.length }
}

/** Null when it has no usable id: such a row could not be opened. */
export function readJobInstance(wire: Wire, scope: Scope): JobInstance | null {
  const id = idOf<JobInstanceId>(wire, 'job_instance_id', 'id')
  if (id === null) return null
  return {
    id,
    scope: readScope(wire) ?? scope,
    name: textOf(wire, 'name') ?? '',
    status: numberOf(wire, 'status', 'task_status') ?? 0,
    type: numberOf(wire, 'type', 'task_type'),
    launchMode: numberOf(wire, 'launch_mode'),
    operator: textOf(wire, 'operator'),
    ...readPlan(wire),
    ...readTimes(wire),
  }
}

/** Only the history names plans; -1 is how it says that there is none (bk-job A.6). */
function readPlan(wire: Wire): Pick<JobInstance, 'planId'> {
  if (wire['job_plan_id'] === undefined) return {}
  const planId = idOf<JobPlanId>(wire, 'job_plan_id')
  return { planId: planId === '0' ? null : planId }
}

function readTimes(wire: Wire): Pick<JobInstance, 'createdAt' | 'startedAt' | 'endedAt' | 'durationMs'> {
  return {
    createdAt: timeOf(wire, 'create_time'),
    startedAt: timeOf(wire, 'start_time'),
    endedAt: timeOf(wire, 'end_time'),
    durationMs: numberOf(wire, 'total_time'),
  }
}

function readScope(wire: Wire): Scope | null {
  const type = scopeTypes.find((each): each is ScopeType => each === wire['bk_scope_type'])
  const id = idOf<ScopeId>(wire, 'bk_scope_id')
  return type === undefined || id === null ? null : { type, id }
}

/** `data` of get_job_instance_status, with host results when asked for; null when it names no job instance. */
export function readJobInstanceDetail(data: unknown, scope: Scope): JobInstanceDetail | null {
  const wire = wireOf(data)
  const jobInstance = readJobInstance(wireOf(wire['job_instance']), scope)
  if (jobInstance === null) return null
  const rows = listOf(wire, 'step_instance_list') ?? []
  return {
    jobInstance,
    finished: readFinished(wire, jobInstance.status),
    steps: rows.map((row) => readStepWithCounts(wireOf(row))).filter((step) => step !== null),
  }
}

/** Upstream's own word, else by the status table (bk-job B.12). */
function readFinished(wire: Wire, status: number): boolean {
  const stated = wire['finished']
  return typeof stated === 'boolean' ? stated : isRunFinished(status)
}

function readStepWithCounts(wire: Wire): StepInstance | null {
  const rows = resultRows(wire)
  return readStep(wire, rows === null ? null : countResults(readResults(rows)))
}

/** Rows of one step inside get_job_instance_status; null when upstream was not asked or did not say. */
function resultRows(step: Wire): readonly unknown[] | null {
  return listOf(step, 'step_ip_result_list', 'step_execute_object_result_list')
}

/** One step instance; null without an id. */
export function readStep(wire: Wire, resultCounts: StepInstance['resultCounts']): StepInstance | null {
  const id = idOf<StepInstanceId>(wire, 'step_instance_id', 'id')
  if (id === null) return null
  return {
    id,
    name: textOf(wire, 'name') ?? '',
    type: numberOf(wire, 'type'),
    status: numberOf(wire, 'status') ?? 0,
    executeCount: numberOf(wire, 'execute_count') ?? 0,
    ...readTimes(wire),
    resultCounts,
  }
}

/** The rows of one step in an answer of get_job_instance_status; null when it has no such step. */
export function findStep(
  data: unknown,
  id: StepInstanceId,
): { step: Wire; rows: readonly unknown[] | null } | null {
  const steps = (listOf(wireOf(data), 'step_instance_list') ?? []).map(wireOf)
  const step = steps.find((each) => idOf(each, 'step_instance_id', 'id') === id)
  return step === undefined ? null : { step, rows: resultRows(step) }
}

/** `data` of v4 get_user_authorized_scopes. */
export function readScopePage(data: unknown): {
  total: number | null
  scopes: readonly NamedScope[]
  rows: number
} {
  const wire = wireOf(data)
  const rows = (listOf(wire, 'scope_list') ?? []).map(wireOf)
  const scopes = rows.flatMap((row) => {
    const scope = readScope(row)
    return scope === null ? [] : [{ ...scope, name: textOf(row, 'name') ?? scope.id }]
  })
  return { total: numberOf(wire, 'total'), scopes, rows: rows.length }
}
