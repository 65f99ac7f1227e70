/** `job_list`: the task history with its filters (bk-nodeman B2). */

import { isObject } from '../call.ts'
import { type Answer, success, systemError } from './answer.ts'
import { BUSINESSES } from './host.ts'
import type { RowContext } from './host-row.ts'
import { jobFinishAt, jobStatus, type NodeManJob, statisticsOf, subscriptionIdOf, taskIds } from './job.ts'
import { JOB_TYPES, jobTypeDisplay, typeFields } from './job-type.ts'
import { integerOf, listOf, type Parameters, textOf } from './parameters.ts'
import { parseTime, zonedTime } from './time.ts'

/** `visible` are the jobs the user may see, oldest first; the answer is newest first. */
export function answerJobList(
  visible: readonly NodeManJob[],
  parameters: Parameters,
  context: RowContext,
): Answer {
  const found = sorted(
    visible.filter((job) => isWanted(job, parameters, context.now)).toReversed(),
    parameters['sort'],
    context.now,
  )
  const size = Math.max(1, integerOf(parameters['pagesize'], 10))
  const from = (integerOf(parameters['page'], 1) - 1) * size
  // The paginator knows an empty first page, and no page past the end.
  if (from < 0 || (from > 0 && from >= found.length)) return systemError()
  return success({
    total: found.length,
    list: found.slice(from, from + size).map((job) => listItem(job, context)),
  })
}

/** What list and details say about a job in the same words. */
export function jobFacts(job: NodeManJob, { now, language }: RowContext) {
  const endAt = jobFinishAt(job, now)
  return {
    id: job.id,
    created_by: job.createdBy,
    job_type: job.jobType,
    job_type_display: jobTypeDisplay(job.jobType, language),
    status: jobStatus(job, now),
    statistics: statisticsOf(job, now),
    start_time: zonedTime(job.startAt),
    end_time: endAt === null ? null : zonedTime(endAt),
    // `.seconds` of a timedelta: wraps at 24 h, and it is a string (B2).
    cost_time: String(Math.floor(((endAt ?? now) - job.startAt) / 1000) % 86_400),
    bk_biz_scope: job.bizIds,
  }
}

function listItem(job: NodeManJob, context: RowContext): unknown {
  const facts = jobFacts(job, context)
  return {
    ...facts,
    // A job whose records are not written yet has none (B2).
    statistics: facts.statistics.total_count === 0 ? {} : facts.statistics,
    from_system: 'bk_nodeman',
    subscription_id: subscriptionIdOf(job),
    task_id_list: taskIds(job, context.now),
    global_params: {},
    error_hosts: job.ignored.map(({ host, status, reason }) => ({ ip: host?.ip ?? '', status, msg: reason })),
    is_auto_trigger: job.isAutoTrigger,
    type: JOB_TYPES[job.jobType].stepType,
    ...typeFields(job.jobType, context.language),
    policy_name: job.policyName,
    bk_biz_scope_display: job.bizIds.map((id) => BUSINESSES[id] ?? null),
  }
}

function isWanted(job: NodeManJob, parameters: Parameters, now: number): boolean {
  const { stepType, opType } = JOB_TYPES[job.jobType]
  const among = (name: string, ...values: readonly string[]): boolean => {
    const list = listOf(parameters[name])
    return list === null || values.some((value) => list.includes(value))
  }
  return (
    among('job_id', String(job.id)) &&
    among('status', jobStatus(job, now)) &&
    among('created_by', job.createdBy) &&
    among('bk_biz_id', ...job.bizIds.map(String)) &&
    among('step_type', stepType) &&
    among('op_type', opType) &&
    among('policy_name', job.policyName ?? '') &&
    !(parameters['hide_auto_trigger_job'] === true && job.isAutoTrigger) &&
    isInTime(job, parameters) &&
    hasAddress(job, listOf(parameters['inner_ip_list']))
  )
}

function isInTime(job: NodeManJob, parameters: Parameters): boolean {
  const from = parseTime(textOf(parameters['start_time']) ?? '')
  const to = parseTime(textOf(parameters['end_time']) ?? '')
  return !(job.startAt < from) && !(job.startAt > to)
}

/** A whole address must match exactly, anything else is looked for inside addresses (B2). */
function hasAddress(job: NodeManJob, wanted: readonly string[] | null): boolean {
  if (wanted === null) return true
  return job.instances.some(({ host }) =>
    wanted.some((text) => {
      const isWhole = /^\d+\.\d+\.\d+\.\d+$/.test(text) || text.includes(':')
      return isWhole ? host.ip === text || host.ipv6 === text : host.ip.includes(text)
    }),
  )
}

/** `{head, sort_type}` by one of the counts; ascending is "ASC", descending "DEC". */
function sorted(jobs: readonly NodeManJob[], sort: unknown, now: number): readonly NodeManJob[] {
  const head = isObject(sort) ? sort['head'] : undefined
  if (head !== 'total_count' && head !== 'failed_count' && head !== 'success_count') return jobs
  const sign = isObject(sort) && sort['sort_type'] === 'ASC' ? 1 : -1
  return jobs.toSorted((a, b) => sign * (statisticsOf(a, now)[head] - statisticsOf(b, now)[head]))
}
