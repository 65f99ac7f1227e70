import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { nodeManJobQuery, toProblem, useApi } from '#api'
import {
  isNodeManUnfinished,
  type NodeManInstance,
  type NodeManInstanceId,
  type NodeManJob,
  type NodeManJobDetail,
  type NodeManLogParams,
  type Problem,
} from '#contract'
import { hostPollMs } from './host-poll.ts'

/** What the job says about this host; every part `null` until known, or when the deployment does not say. */
export interface NodeManHost {
  readonly job: NodeManJob | null
  readonly host: NodeManInstance | null
  /** Status of the host; of the whole job when it is over and the host is not in sight. */
  readonly outcome: string | null
  /** Why the job could not be asked. */
  readonly problem: Problem | null
  /** The job has not answered yet. */
  readonly isAwaited: boolean
  readonly refetch: () => void
}

/** The job, asked about this one host (bk-nodeman B3); one of thousands costs no more than one of three. */
export function useNodeManHost({ nodeManJobId, instanceId }: NodeManLogParams): NodeManHost {
  const { data, error, isPending, refetch } = useQuery({
    ...nodeManJobQuery(useApi(), nodeManJobId, { instanceId }),
    refetchInterval: ({ state }) => pollMs(state.data, instanceId),
  })
  return useMemo(() => {
    const host = data === undefined ? null : hostIn(data, instanceId)
    const job = data?.job ?? null
    const jobOutcome = job !== null && !isNodeManUnfinished(job.status) ? job.status : null
    return {
      job,
      host,
      outcome: host?.status ?? jobOutcome,
      problem: error === null ? null : toProblem(error),
      isAwaited: isPending,
      refetch: () => void refetch(),
    }
  }, [data, error, isPending, refetch, instanceId])
}

function hostIn({ instances }: NodeManJobDetail, instanceId: NodeManInstanceId): NodeManInstance | null {
  return instances.find(({ id }) => id === instanceId) ?? null
}

function pollMs(detail: NodeManJobDetail | undefined, instanceId: NodeManInstanceId): number | false {
  if (detail === undefined) return false
  const host = hostIn(detail, instanceId)
  return hostPollMs({
    jobStatus: detail.job.status,
    hostStatus: host?.status ?? null,
    endedAt: host?.endedAt ?? detail.job.endedAt,
    now: Date.now(),
  })
}
