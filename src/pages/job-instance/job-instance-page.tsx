import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { jobInstanceQuery, toProblem, useApi } from '#api'
import { jobInstancesPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, Loading, PageHeading, useTitle } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { JobInstanceView } from './job-instance-view.tsx'
import { type BadAddress, type JobInstanceAddress, readJobInstanceAddress } from './url.ts'
import { useWholeJobInstance } from './use-whole-job-instance.ts'

/** `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}`: the steps of one execution. */
export function JobInstancePage() {
  const address = readJobInstanceAddress(useParams())
  if (typeof address === 'string') return <NoSuchAddress bad={address} />
  return <Execution key={JSON.stringify(address)} {...address} />
}

function NoSuchAddress({ bad }: { readonly bad: BadAddress }) {
  const { jobInstance: words } = useMessages()
  useTitle([words.title])
  const [title, meaning] =
    bad === 'scope' ? [words.badScope, words.badScopeMeaning] : [words.badId, words.badIdMeaning]
  return (
    <>
      <PageHeading title={words.title} />
      <EmptyState title={title} meaning={meaning} actions={<AppLink to="/">{words.home}</AppLink>} />
    </>
  )
}

function Execution({ scope, id }: JobInstanceAddress) {
  const { jobInstance: words, common } = useMessages()
  const { data, error, isPending, refetch } = useQuery(jobInstanceQuery(useApi(), scope, id))
  const whole = useWholeJobInstance(data?.jobInstance ?? null)
  useTitle([data?.jobInstance.name, words.untitled(id)])
  const all = <AppLink to={jobInstancesPath(scope)}>{words.all}</AppLink>
  return (
    <>
      {data === undefined ? <PageHeading title={words.untitled(id)} /> : null}
      {error === null ? null : (
        <ProblemNotice
          problem={toProblem(error)}
          onRetry={() => void refetch()}
          severity={data === undefined ? 'error' : 'warning'}
          actions={all}
        />
      )}
      {isPending ? <Loading label={common.loading} lines={6} /> : null}
      {data === undefined ? null : (
        <JobInstanceView detail={{ ...data, jobInstance: whole ?? data.jobInstance }} />
      )}
    </>
  )
}
