import { useQuery } from '@tanstack/react-query'
import { jobInstancesQuery, useApi } from '#api'
import type { JobInstance } from '#contract'

const dayMs = 86_400_000

/**
 * The job instance with operator, kind and launch mode, which the status calls leave out (bk-job A.7): they come from
 * the history, asked once for just this id. Where that fails the rest is shown without them.
 */
export function useWholeJobInstance(known: JobInstance | null): JobInstance | null {
  const createdAt = known?.createdAt ?? null
  const lacking = known !== null && createdAt !== null && known.operator === null
  const scope = known?.scope ?? { type: 'biz', id: '0' as JobInstance['scope']['id'] }
  const { data } = useQuery({
    ...jobInstancesQuery(useApi(), scope, {
      from: (createdAt ?? dayMs) - dayMs + 1,
      to: (createdAt ?? dayMs) + dayMs,
      length: 1,
      ...(known === null ? {} : { jobInstanceId: known.id }),
    }),
    enabled: lacking,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  })
  const listed = data?.items.find(({ id }) => id === known?.id)
  if (known === null || listed === undefined) return known
  return { ...known, operator: listed.operator, type: listed.type, launchMode: listed.launchMode }
}
