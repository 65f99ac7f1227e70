/** `job details`: the hosts of a job, page by page (bk-nodeman B3). */
import { type Answer, success, systemError } from './answer.ts'
import { hostRow, ignoredRow, type RowContext } from './host-row.ts'
import { type Instance, instanceStatus, type NodeManJob, newestAttempt } from './job.ts'
import { jobFacts } from './job-list.ts'
import { typeFields } from './job-type.ts'
import { conditionsOf, integerOf, listOf, type Parameters, textOf } from './parameters.ts'

const PLUGIN_META = { name: 'bkmonitorbeat', category: 'official', plugin_name: 'bkmonitorbeat' }

export function answerJobDetails(job: NodeManJob, parameters: Parameters, context: RowContext): Answer {
  const found = job.instances.filter((instance) => isWanted(job, instance, parameters, context.now))
  const page = pageOf(found, parameters)
  if (page === null) return systemError()
  const { id, bk_biz_scope: _scope, ...facts } = jobFacts(job, context)
  const types = typeFields(job.jobType, context.language)
  return success({
    ...facts,
    job_id: id,
    ip_filter_list: [],
    total: found.length,
    // Pages go by ascending record id, rows inside a page by descending id (B3).
    list: [
      ...page.toReversed().map((instance) => hostRow(job, instance, context)),
      ...job.ignored.map((each) => ignoredRow(job, each, context)),
    ],
    meta: {
      ...types,
      type: types['step_type'],
      ...(types['step_type'] === 'PLUGIN' ? PLUGIN_META : {}),
    },
  })
}

/** `start` (from 1) wins over `page`; `pagesize` −1 means all; `null` = a page past the end. */
function pageOf(found: readonly Instance[], parameters: Parameters): readonly Instance[] | null {
  const size = integerOf(parameters['pagesize'], 10)
  if (size === -1) return found
  const page = integerOf(parameters['page'], 1)
  const from = integerOf(parameters['start'], (page - 1) * size + 1) - 1
  if (from < 0 || size < 1 || (from > 0 && from >= found.length)) return null
  return found.slice(from, from + size)
}

function isWanted(job: NodeManJob, instance: Instance, parameters: Parameters, now: number): boolean {
  // While records are not written yet the page is empty and the job PENDING (A9).
  if (newestAttempt(job, instance, now) === null) return false
  const excluded = listOf(parameters['exclude_instance_ids'])
  if (excluded?.includes(instance.host.instanceId) === true) return false
  return conditionsOf(parameters['conditions']).every(({ key, value }) => {
    if (key === 'ip')
      return oneOrMore(value).some((ip) => ip === instance.host.ip || ip === instance.host.ipv6)
    if (key === 'instance_id') return oneOrMore(value).includes(instance.host.instanceId)
    if (key === 'status') return letters(value).includes(instanceStatus(job, instance, now))
    return true
  })
}

function oneOrMore(value: unknown): readonly string[] {
  return listOf(Array.isArray(value) ? value : [value]) ?? []
}

/** A status given as text is taken letter by letter, so it matches nothing (B3): only a list works. */
function letters(value: unknown): readonly string[] {
  return typeof value === 'string' ? [...value] : (listOf(value) ?? [textOf(value) ?? ''])
}
