import {
  type JobInstanceId,
  jobInstancePath,
  jobInstancesPath,
  type NodeManInstanceId,
  type NodeManJobId,
  nodeManInstancePath,
  nodeManJobPath,
  nodeManJobsPath,
  type Scope,
  type StepInstanceId,
  stepInstancePath,
} from '#contract'
import type { HostList } from '../host-list.ts'

interface WithQuery {
  /** Query of the page to open, with its `?`; empty for none. */
  readonly query: string
}

/** The job instance part of an address. Links of notifications name no scope (bk-job C.6): it has to be found. */
interface InScope extends WithQuery {
  readonly scope: Scope | null
  /** Where to look first when `scope` is null. */
  readonly likelyScope: Scope | null
  readonly jobInstanceId: JobInstanceId
}

/** Something a pasted text can mean. */
export type Target =
  /** Hosts and nothing else: of which step, nobody said. */
  | ({
      readonly kind: 'hosts'
      readonly hosts: HostList
      /** The network that was written, when these are its addresses: `10.0.0.0/24`. */
      readonly network: string | null
    } & WithQuery)
  | ({ readonly kind: 'job-instances'; readonly scope: Scope } & WithQuery)
  | ({ readonly kind: 'job-instance' } & InScope)
  | ({ readonly kind: 'step-instance'; readonly stepInstanceId: StepInstanceId } & InScope)
  | ({ readonly kind: 'node-man-jobs' } & WithQuery)
  | ({ readonly kind: 'node-man-job'; readonly nodeManJobId: NodeManJobId } & WithQuery)
  | ({
      readonly kind: 'node-man-instance'
      /** null when only the instance id was pasted: the same host can be in many jobs. */
      readonly nodeManJobId: NodeManJobId | null
      readonly instanceId: NodeManInstanceId
    } & WithQuery)

/** A target that can only be opened once its scope is known. */
export type ScopelessTarget = Extract<Target, { readonly jobInstanceId: JobInstanceId }>

/** True for a job or step instance of which nobody said where it belongs. */
export function lacksScope(target: Target): target is ScopelessTarget {
  return (target.kind === 'job-instance' || target.kind === 'step-instance') && target.scope === null
}

/** In-app address of a target; null while its scope or node-man job is not known. */
export function targetPath(target: Target): string | null {
  const path = pathOf(target)
  return path === null ? null : `${path}${target.query}`
}

function pathOf(target: Target): string | null {
  switch (target.kind) {
    case 'hosts':
      return null
    case 'job-instances':
      return jobInstancesPath(target.scope)
    case 'job-instance':
      return target.scope && jobInstancePath(target.scope, target.jobInstanceId)
    case 'step-instance':
      return target.scope && stepInstancePath(target.scope, target.jobInstanceId, target.stepInstanceId)
    case 'node-man-jobs':
      return nodeManJobsPath
    case 'node-man-job':
      return nodeManJobPath(target.nodeManJobId)
    case 'node-man-instance':
      return target.nodeManJobId && nodeManInstancePath(target.nodeManJobId, target.instanceId)
  }
}
