import { useQuery } from '@tanstack/react-query'
import { capabilitiesQuery, useApi } from '#api'
import type { NodeManJobId, Problem } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState } from '#ui'

interface NodeManGoneProps {
  readonly jobId: NodeManJobId
  readonly problem: Problem
}

/**
 * What is known of a job that node-man says it does not have, and what to do. It numbers its jobs over all businesses
 * (bk-nodeman B1), so there is no other scope to look in, as there is for a job instance.
 */
export function NodeManGone({ jobId, problem }: NodeManGoneProps) {
  const { gone } = useMessages().nodeMan
  const { data } = useQuery(capabilitiesQuery(useApi()))
  if (problem.kind !== 'not-found' && problem.kind !== 'gone') return null
  const { nodeMan = null } = data ?? {}
  const api = nodeMan === null ? null : nodeMan.sandbox ? 'sandbox' : nodeMan.api
  return (
    <EmptyState
      title={api === null ? gone.title(jobId) : gone.titleOf(jobId, gone.apis[api])}
      meaning={gone.meaning}
      actions={<AppLink to={`/?job_instance_id=${jobId}`}>{gone.lookForJobInstance(jobId)}</AppLink>}
    />
  )
}
