import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
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
import { addressInId } from './host-words.ts'

/** What the job says about this host; every part `null` until known, or when the deployment does not say. */
export interface NodeManHost {
  readonly job: NodeManJob | null
  readonly host: NodeManInstance | null
  /** Status of the host; of the whole job when it is over and the host is not in sight. */
  readonly outcome: string | null
  /** Why the job could not be asked. */
  readonly problem: Problem | null
  readonly refetch: () => void
}

const mostHosts = 500
const smallJobHosts = 50

/**
 * Finds the host among those of its job. They cannot be asked for by instance id through the contract, so the first
 * look takes a large page and, in a large job, every later one asks by the address found.
 */
export function useNodeManHost({ nodeManJobId, instanceId }: NodeManLogParams): NodeManHost {
  const [ip, setIp] = useState(() => addressInId(instanceId))
  const asked = ip === null ? { pageSize: mostHosts } : { ip, pageSize: smallJobHosts }
  const { data, error, refetch } = useQuery({
    ...nodeManJobQuery(useApi(), nodeManJobId, asked),
    refetchInterval: ({ state }) => pollMs(state.data, instanceId),
  })
  const host = data === undefined ? null : hostIn(data, instanceId)
  // A small job is read whole each time; only in a large one is it worth asking for this host alone.
  const found = data !== undefined && data.total > smallJobHosts ? host?.ip || host?.ipv6 || null : null
  useEffect(() => {
    if (found !== null) setIp(found)
  }, [found])
  const job = data?.job ?? null
  const jobOutcome = job !== null && !isNodeManUnfinished(job.status) ? job.status : null
  return {
    job,
    host,
    outcome: host?.status ?? jobOutcome,
    problem: error === null ? null : toProblem(error),
    refetch: () => void refetch(),
  }
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
