import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { toProblem, useApi } from '#api'
import type { NodeManCounts, NodeManLogParams, Problem } from '#contract'
import type { NodeManHostFilter } from '../node-man-host-filter.ts'
import { allHostsQuery, type JobHosts } from '../node-man-read-hosts.ts'
import { queryWait, type Wait } from '../wait.ts'
import { type ListedHost, listHosts } from './host-roster.ts'
import { knownHosts } from './known-hosts.ts'
import { useReadAgain } from './use-polling.ts'

/** The hosts of a job as they are listed beside the log. */
export interface UsedJobHosts {
  /** `null` while they are asked for the first time. */
  readonly hosts: readonly ListedHost[] | null
  /** How many pass the filter; `null` is not known, and where hosts cannot be listed: `hosts` are those opened here before then. */
  readonly total: number | null
  /** Hosts cannot be listed in this deployment. */
  readonly isUntold: boolean
  readonly counts: NodeManCounts | null
  /** They still belong to the filter before. */
  readonly isChanging: boolean
  /** For the first time. */
  readonly wait: Wait
  readonly problem: Problem | null
  readonly retry: () => void
}

/** Reads the hosts of a job that pass a filter, again and again while it runs, and when its state is another. */
export function useJobHosts(
  { nodeManJobId: id, instanceId }: NodeManLogParams,
  filter: NodeManHostFilter,
  jobStatus: string | null,
): UsedJobHosts {
  const api = useApi()
  const options = allHostsQuery(api, id, filter)
  const query = useQuery({ ...options, placeholderData: keepPreviousData })
  const { data, error, isPlaceholderData, refetch } = query
  const retry = useCallback(() => void refetch(), [refetch])
  useReadAgain(jobStatus, retry)
  const listed = useListed(data)
  const problem = error === null ? null : toProblem(error)
  const isUntold = data === undefined && problem?.kind === 'not-offered'
  const known = useMemo(() => (isUntold ? knownHosts(id, instanceId) : null), [isUntold, id, instanceId])
  return {
    hosts: known ?? listed,
    total: data?.total ?? null,
    isUntold,
    counts: data?.job.counts ?? null,
    isChanging: isPlaceholderData,
    wait: queryWait(query, options.queryKey),
    problem: isUntold ? null : problem,
    retry,
  }
}

/** In the order they were first seen in, as long as the same are asked for. */
function useListed(data: JobHosts | undefined): readonly ListedHost[] | null {
  const seen = useRef<{ readonly filter: NodeManHostFilter; readonly hosts: readonly ListedHost[] } | null>(
    null,
  )
  return useMemo(() => {
    if (data === undefined) return null
    const { filter } = data
    const before = seen.current
    const isSame = before !== null && before.filter.status === filter.status && before.filter.ip === filter.ip
    const hosts = listHosts(data.hosts, isSame ? before.hosts : [])
    seen.current = { filter, hosts }
    return hosts
  }, [data])
}
