import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { toProblem, useApi } from '#api'
import type { NodeManInstance, NodeManJobId, Problem } from '#contract'
import type { NodeManHostFilter } from '../node-man-host-filter.ts'
import { byAddress } from '../node-man-host-order.ts'
import { allHostsQuery, type HostsRead } from '../node-man-read-hosts.ts'
import { queryWait, type Wait } from '../wait.ts'

/** All hosts of a job that pass a filter, and how their reading stands. */
export interface AllHosts {
  /** By address; `null` until all are read. Fewer than `total` where there are more than are read at most. */
  readonly hosts: readonly NodeManInstance[] | null
  /** `null` before the first answer. */
  readonly progress: HostsRead | null
  readonly wait: Wait
  readonly problem: Problem | null
}

/** Reads all hosts while they are wanted, again and again while the job runs. */
export function useAllHosts(id: NodeManJobId, filter: NodeManHostFilter, wanted: boolean): AllHosts {
  const [progress, setProgress] = useState<HostsRead | null>(null)
  const options = allHostsQuery(useApi(), id, filter, setProgress)
  const query = useQuery({ ...options, enabled: wanted })
  const { data, error } = query
  const hosts = useMemo(() => (data === undefined ? null : [...data.hosts].sort(byAddress)), [data])
  return {
    hosts,
    progress,
    wait: queryWait(query, options.queryKey),
    problem: error === null ? null : toProblem(error),
  }
}
