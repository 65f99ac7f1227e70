import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { jobInstanceQuery, type StepAddress, stepInstanceQuery, toProblem, useApi } from '#api'
import type { StepPartQuery } from '#contract'
import type { NamedStep } from './step-heading.tsx'

/** The call is there, but cannot tell of containers (bk-job A.7): naming hosts instead would not help. */
const noResultsCode = '1240002'

/**
 * A step, or a part of it, with its job instance. The call that answers for one attempt or batch names no job instance:
 * then that is asked for beside it, once; where that fails its id stands for the name. So is it for the names of a step
 * that cannot be told of.
 */
export function useStepDetail(address: StepAddress, part: StepPartQuery) {
  const api = useApi()
  const options = stepInstanceQuery(api, address, part)
  const query = useQuery(options)
  const { data } = query
  const problem = query.error === null ? null : toProblem(query.error)
  const isUntold = data === undefined && problem?.kind === 'not-offered' && problem.code === noResultsCode
  const isNameless = data?.jobInstance === null
  const { data: job } = useQuery({
    ...jobInstanceQuery(api, address.scope, address.jobInstanceId),
    enabled: isNameless || isUntold,
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
  const named = useMemo<NamedStep | undefined>(
    () =>
      job === undefined || !isUntold
        ? undefined
        : {
            step: job.steps.find(({ id }) => id === address.stepInstanceId)?.name ?? '',
            jobInstance: job.jobInstance.name,
          },
    [job, isUntold, address.stepInstanceId],
  )
  return { query, queryKey: options.queryKey, detail, problem, isUntold, named }
}
