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

/** What was typed, as it was typed. */
export interface JobIds {
  readonly scopeType: ScopeType
  readonly scopeId: string
  readonly jobInstanceId: string
  readonly stepInstanceId: string
  readonly hosts: string
}

/** What is wrong with it; each has words. */
export type JobIdsComplaint = 'badScopeId' | 'badJobId' | 'hostsNeedStep' | 'hostsTooLong'

/** Longer lists of hosts do not fit an address; the step's page takes them. */
const longestHosts = 6000

/** The page that shows it: the three calls of the specifications need no more than these ids. */
export function pathOfIds(ids: JobIds): string | { readonly complaint: JobIdsComplaint } {
  const [scopeId, id, stepId] = [ids.scopeId, ids.jobInstanceId, ids.stepInstanceId].map((text) =>
    text.trim(),
  )
  if (scopeId === undefined || !isDecimalId(scopeId)) return { complaint: 'badScopeId' }
  if (id === undefined || !isDecimalId(id)) return { complaint: 'badJobId' }
  const scope = { type: ids.scopeType, id: scopeId as ScopeId }
  const hosts = readHostList(ids.hosts).keys.join(',')
  if (stepId === undefined || stepId === '')
    return hosts === '' ? jobInstancePath(scope, id as JobInstanceId) : { complaint: 'hostsNeedStep' }
  if (!isDecimalId(stepId)) return { complaint: 'badJobId' }
  if (hosts.length > longestHosts) return { complaint: 'hostsTooLong' }
  const path = stepInstancePath(scope, id as JobInstanceId, stepId as StepInstanceId)
  return hosts === '' ? path : `${path}?hosts=${encodeURIComponent(hosts)}`
}
