/*
 * The address shapes Joblens understands: its own, the job platform's (bk-job C.6), node-man's (bk-nodeman C1), and
 * plain parameters. Paths are matched at their end, because every system may be served under a sub-path.
 */
import { withoutStickySearch } from '#ui'
import { readDecimalId, readNodeManInstanceId, readScopePair } from './ids-in-text.ts'
import type { Target } from './target.ts'

/** The parts of a pasted address, percent-encoding untouched. */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
  /** Without `#`. */
  readonly hash: string
}

/** Reads one shape; null = not this shape. Throws BadIdError when the shape fits and an id does not. */
type Shape = (address: Address) => Target | null

/** The target an address names; null when it has none of the known shapes. */
export function readAddress(address: Address): Target | null {
  for (const shape of shapes) {
    const target = shape(address)
    if (target !== null) return target
  }
  return null
}

const scopePart = '(biz|biz_set|tenant_set)/([^/]+)'

const ownJobs: Shape = ({ path, query }) => {
  const match = new RegExp(`/${scopePart}/job-instances(?:/([^/]+)(?:/steps/([^/]+))?)?/?$`).exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  if (match === null || scope === null) return null
  const [jobInstance, step] = [match[3], match[4]]
  const rest = { scope, likelyScope: null, query: pageQuery(query) }
  if (jobInstance === undefined) return { kind: 'job-instances', scope, query: rest.query }
  const jobInstanceId = readDecimalId(jobInstance)
  if (step === undefined) return { kind: 'job-instance', jobInstanceId, ...rest }
  return { kind: 'step-instance', jobInstanceId, stepInstanceId: readDecimalId(step), ...rest }
}

const ownNodeMan: Shape = ({ path, query }) => {
  const match = /\/node-man\/jobs(?:\/([^/]+)(?:\/instances\/([^/]+))?)?\/?$/.exec(path)
  return match === null ? null : nodeManTarget(match[1], match[2], pageQuery(query))
}

/** `/{scopeType}/{scopeId}` alone: the jobs of that scope. */
const scopeAlone: Shape = ({ path }) => {
  const match = new RegExp(`/${scopePart}/?$`).exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  return scope === null ? null : { kind: 'job-instances', scope, query: '' }
}

const platformList: Shape = ({ path }) => {
  const match = new RegExp(`/${scopePart}/execute/list/?$`).exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  return scope === null ? null : { kind: 'job-instances', scope, query: '' }
}

const platformInScope: Shape = ({ path, query }) => {
  const pattern = new RegExp(`/${scopePart}/execute/(?:task|step|quick-launch|redo_task)/([^/]+)/?$`)
  const match = pattern.exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  if (match === null || scope === null) return null
  return jobTarget(match[3] ?? '', query.get('stepInstanceId'), query, { scope, likelyScope: null })
}

/** `/{appId}/execute/step/{id}`: the platform itself goes on without the scope, but it was a business id. */
const platformLegacy: Shape = ({ path, query }) => {
  const match = /\/(\d+)\/execute\/(?:task|step|quick-launch)\/([^/]+)\/?$/.exec(path)
  if (match === null) return null
  const likelyScope = readScopePair('biz', match[1] ?? '')
  return jobTarget(match[2] ?? '', query.get('stepInstanceId'), query, { scope: null, likelyScope })
}

const platformScopeless: Shape = ({ path, query }) => {
  const match = /\/api_execute(?:_step)?\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path)
  if (match === null) return null
  const step = match[2] ?? query.get('stepInstanceId')
  return jobTarget(match[1] ?? '', step, query, { scope: null, likelyScope: null })
}

/** node-man keeps its addresses behind the `#`, with a query of their own. */
const nodeManHash: Shape = ({ hash }) => {
  const [path = ''] = hash.split('?')
  const detail = /^!?\/task-(?:list|history)(?:\/detail\/([^/]+))?\/?$/.exec(path)
  if (detail !== null) return nodeManTarget(detail[1], undefined, '')
  const log = /^!?\/task-(?:list|history)\/([^/]+)\/log\/([^/]+)\/?$/.exec(path)
  return log === null ? null : nodeManTarget(log[1], log[2], '')
}

/** `bk_scope_type=…&bk_scope_id=…&job_instance_id=…`, the names of the job platform's own API; `bk_biz_id` too. */
const parameters: Shape = ({ query }) => {
  const jobInstance = query.get('job_instance_id')
  const scope = scopeOfParameters(query)
  if (jobInstance === null) return scope === null ? null : { kind: 'job-instances', scope, query: '' }
  return jobTarget(jobInstance, query.get('step_instance_id'), query, { scope, likelyScope: null })
}

const shapes = [
  ownJobs,
  ownNodeMan,
  platformInScope,
  platformList,
  platformLegacy,
  platformScopeless,
  nodeManHash,
  parameters,
  scopeAlone,
]

function scopeOfParameters(query: URLSearchParams) {
  const scopeId = query.get('bk_scope_id')
  if (scopeId !== null) return readScopePair(query.get('bk_scope_type') ?? 'biz', scopeId)
  const businessId = query.get('bk_biz_id')
  return businessId === null ? null : readScopePair('biz', businessId)
}

type Where = Pick<Extract<Target, { readonly kind: 'job-instance' }>, 'scope' | 'likelyScope'>

function jobTarget(jobInstance: string, step: string | null, query: URLSearchParams, where: Where): Target {
  const jobInstanceId = readDecimalId(jobInstance)
  if (step === null || step === '') return { kind: 'job-instance', jobInstanceId, ...where, query: '' }
  const stepInstanceId = readDecimalId(step)
  return { kind: 'step-instance', jobInstanceId, stepInstanceId, ...where, query: attemptQuery(query) }
}

/**
 * Attempt and batch of a platform link. Its pages write `executeCount`, its notifications `retryCount`, for the same
 * number, 0 for the first attempt (bk-job C.6).
 */
function attemptQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  const executeCount = query.get('executeCount') ?? query.get('retryCount')
  const batch = query.get('batch')
  if (executeCount !== null && /^\d{1,4}$/.test(executeCount)) kept.set('executeCount', executeCount)
  if (batch !== null && /^\d{1,4}$/.test(batch)) kept.set('batch', batch)
  return kept.size === 0 ? '' : `?${kept}`
}

function nodeManTarget(job: string | undefined, instance: string | undefined, query: string): Target {
  if (job === undefined) return { kind: 'node-man-jobs', query }
  const nodeManJobId = readDecimalId(job)
  if (instance === undefined) return { kind: 'node-man-job', nodeManJobId, query }
  return { kind: 'node-man-instance', nodeManJobId, instanceId: readNodeManInstanceId(instance), query }
}

/** Query of one of our own links, without what belongs to the visit it was copied from. */
function pageQuery(query: URLSearchParams): string {
  return query.size === 0 ? '' : withoutStickySearch(`?${query}`)
}
