import { type Api, executionKey } from '#api'
import {
  isNodeManUnfinished,
  isRunFinished,
  type JobInstanceId,
  type NodeManJobId,
  type Scope,
  type StepInstanceId,
} from '#contract'

/** How an execution stands. */
export interface Standing {
  readonly status: number | string
  readonly isFinished: boolean
}

/** True for an address of something that comes to an end: a job instance, a step, a node-man job. */
export function canBeWatched(path: string): boolean {
  return executionKey(path) !== null
}

/** Asks as little as tells the state; rejects as the client does, with `null` for an address of nothing. */
export async function askStatus(api: Api, path: string, signal?: AbortSignal): Promise<Standing | null> {
  const [kind, ...ids] = executionKey(path) ?? []
  if (kind === 'node-man-job') {
    const { job } = await api.nodeManJob(ids[0] as NodeManJobId, { page: 1, pageSize: 1 }, signal)
    return { status: job.status, isFinished: !isNodeManUnfinished(job.status) }
  }
  const [type, scopeId, id, stepId] = ids
  const scope = { type, id: scopeId } as Scope
  const jobInstanceId = id as JobInstanceId
  if (kind === 'job-instance') {
    const { jobInstance, finished } = await api.jobInstance(scope, jobInstanceId, signal)
    return { status: jobInstance.status, isFinished: finished || isRunFinished(jobInstance.status) }
  }
  if (kind !== 'step-instance') return null
  const address = { scope, jobInstanceId, stepInstanceId: stepId as StepInstanceId }
  const { step, finished } = await api.stepInstance(address, { perGroup: 1 }, signal)
  return { status: step.status, isFinished: finished }
}
