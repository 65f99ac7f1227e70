import { useQuery, useQueryClient } from '@tanstack/react-query'
import { capabilitiesQuery, toProblem, useApi } from '#api'

/** Whether this deployment refused a list as not offered when it was last looked at in this visit. */
export function useWasRefused(list: 'job-instances' | 'node-man-jobs'): boolean {
  const asked = useQueryClient()
    .getQueryCache()
    .findAll({ queryKey: [list] })
  return asked.some(({ state: { error } }) => error !== null && toProblem(error).kind === 'not-offered')
}

/** Whether node-man jobs can be listed; `null` while that is not known, and where there is no node-man. */
export function useListsNodeManJobs(): boolean | null {
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const wasRefused = useWasRefused('node-man-jobs')
  const nodeMan = data?.nodeMan ?? null
  return nodeMan === null ? null : nodeMan.jobList && !wasRefused
}
