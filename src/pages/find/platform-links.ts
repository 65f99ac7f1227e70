/*
 * The job platform's addresses (bk-job C.6): of version 3, in a scope or without one, of version 2, and its API's
 * parameter names as a query.
 */
import type { Scope } from '#contract'
import { firstOf, jobInstanceQuery, stepQuery } from './carried-query.ts'
import { readDecimalId, readScopePair } from './ids-in-text.ts'
import { type Shape, scopePart } from './link-address.ts'
import { historyQuery } from './platform-history.ts'
import type { Target } from './target.ts'

const list: Shape = ({ path, query }) => {
  const match = new RegExp(`/${scopePart}/execute(?:/list)?/?$`).exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  return scope === null ? null : { kind: 'job-instances', scope, query: historyQuery(query) }
}

const inScope: Shape = ({ path, query }) => {
  const pattern = new RegExp(`/${scopePart}/execute/(?:task|step|quick-launch|redo_task)/([^/]+)/?$`)
  const match = pattern.exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  if (match === null || scope === null) return null
  return jobTarget(match[3] ?? '', query.get('stepInstanceId'), query, { scope, likelyScope: null })
}

/** `/{appId}/execute/step/{id}`: the platform itself goes on without the scope, but it was a business id. */
const legacy: Shape = ({ path, query }) => {
  const match = /\/(\d+)\/execute\/(?:task|step|quick-launch)\/([^/]+)\/?$/.exec(path)
  if (match === null) return null
  const likelyScope = readBusiness(match[1] ?? '')
  return jobTarget(match[2] ?? '', query.get('stepInstanceId'), query, { scope: null, likelyScope })
}

const scopeless: Shape = ({ path, query }) => {
  const match = /\/api_execute(?:_step)?\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path)
  if (match === null) return null
  const step = match[2] ?? query.get('stepInstanceId')
  return jobTarget(match[1] ?? '', step, query, { scope: null, likelyScope: null })
}

/** `?taskInstanceList&appId=2#taskInstanceId=100`, what version 2 and the tools of its time wrote. */
const version2: Shape = ({ query, hash }) => {
  if (!query.has('taskInstanceList')) return null
  const business = query.get('appId') ?? ''
  const likelyScope = business === '' ? null : readBusiness(business)
  const id = new URLSearchParams(hash).get('taskInstanceId') ?? query.get('taskInstanceId')
  if (id !== null) return jobTarget(id, null, query, { scope: null, likelyScope })
  return likelyScope === null ? null : { kind: 'job-instances', scope: likelyScope, query: '' }
}

/** `bk_scope_type=…&bk_scope_id=…&job_instance_id=…`, the names of the job platform's own API; `bk_biz_id` too. */
const parameters: Shape = ({ query }) => {
  const jobInstance = firstOf(query, ['job_instance_id', 'taskInstanceId', 'jobInstanceId'])
  const scope = scopeOfParameters(query)
  if (jobInstance === null) return scope === null ? null : { kind: 'job-instances', scope, query: '' }
  const step = firstOf(query, ['step_instance_id', 'stepInstanceId'])
  return jobTarget(jobInstance, step, query, { scope, likelyScope: null })
}

/** The more telling shapes first. */
export const platformShapes: readonly Shape[] = [inScope, list, legacy, scopeless, version2, parameters]

function scopeOfParameters(query: URLSearchParams): Scope | null {
  const scopeId = firstOf(query, ['bk_scope_id', 'scopeId'])
  const scopeType = firstOf(query, ['bk_scope_type', 'scopeType']) ?? 'biz'
  if (scopeId !== null) return readScopePair(scopeType, scopeId)
  const businessId = query.get('bk_biz_id')
  return businessId === null ? null : readBusiness(businessId)
}

/** A business id of the time before scopes: those between 8000000 and 9999999 are business sets (bk-job A.2). */
function readBusiness(text: string): Scope | null {
  const number = Number(text)
  return readScopePair(number >= 8_000_000 && number <= 9_999_999 ? 'biz_set' : 'biz', text)
}

type Where = Pick<Extract<Target, { readonly kind: 'job-instance' }>, 'scope' | 'likelyScope'>

function jobTarget(jobInstance: string, step: string | null, query: URLSearchParams, where: Where): Target {
  const jobInstanceId = readDecimalId(jobInstance)
  if (step === null || step === '')
    return { kind: 'job-instance', jobInstanceId, ...where, query: jobInstanceQuery(query) }
  const stepInstanceId = readDecimalId(step)
  return { kind: 'step-instance', jobInstanceId, stepInstanceId, ...where, query: stepQuery(query) }
}
