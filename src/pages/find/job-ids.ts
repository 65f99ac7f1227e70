import {
  isDecimalId,
  type JobInstanceId,
  jobInstancePath,
  type ScopeId,
  type ScopeType,
  type StepInstanceId,
  stepInstancePath,
} from '#contract'
import { readHostList } from '../host-list.ts'
import { hostsQuery, jobHostsQuery } from '../hosts-query.ts'

/** What was typed, as it was typed. */
export interface JobIds {
  readonly scopeType: ScopeType
  readonly scopeId: string
  readonly jobInstanceId: string
  readonly stepInstanceId: string
  readonly hosts: string
}

/** What is wrong with it; each has words. */
export type JobIdsComplaint = 'badScopeId' | 'badJobId' | 'hostsTooLong'

/** The page that shows it: the three calls of the specifications need no more than these ids. */
export function pathOfIds(ids: JobIds): string | { readonly complaint: JobIdsComplaint } {
  const [scopeId, id, stepId] = [ids.scopeId, ids.jobInstanceId, ids.stepInstanceId].map((text) =>
    text.trim(),
  )
  if (scopeId === undefined || !isDecimalId(scopeId)) return { complaint: 'badScopeId' }
  if (id === undefined || !isDecimalId(id)) return { complaint: 'badJobId' }
  const scope = { type: ids.scopeType, id: scopeId as ScopeId }
  const hosts = readHostList(ids.hosts).keys
  const jobInstance = jobInstancePath(scope, id as JobInstanceId)
  if (stepId === undefined || stepId === '') return joined(jobInstance, jobHostsQuery(hosts))
  if (!isDecimalId(stepId)) return { complaint: 'badJobId' }
  return joined(stepInstancePath(scope, id as JobInstanceId, stepId as StepInstanceId), hostsQuery(hosts))
}

/** No link carries every list of hosts; the step's page takes them. */
function joined(path: string, query: string | null): ReturnType<typeof pathOfIds> {
  return query === null ? { complaint: 'hostsTooLong' } : path + query
}
