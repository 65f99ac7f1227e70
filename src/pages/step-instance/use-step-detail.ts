import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { jobInstanceQuery, type StepAddress, stepInstanceQuery, useApi } from '#api'
import type { StepPartQuery } from '#contract'

/**
 * A step, or a part of it, with its job instance. The call that answers for one attempt or batch names no job instance:
 * then that is asked for beside it, once; where that fails its id stands for the name.
 */
export function useStepDetail(address: StepAddress, part: StepPartQuery) {
  const api = useApi()
  const query = useQuery(stepInstanceQuery(api, address, part))
  const { data } = query
  const isNameless = data?.jobInstance === null
  const { data: job } = useQuery({
    ...jobInstanceQuery(api, address.scope, address.jobInstanceId),
    enabled: isNameless,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  })
  const detail = useMemo(
    () =>
      data === undefined || !isNameless || job === undefined
        ? (data ?? null)
        : { ...data, jobInstance: job.jobInstance },
    [data, isNameless, job],
  )
  return { query, detail }
}
