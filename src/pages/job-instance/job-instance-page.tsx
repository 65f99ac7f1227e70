import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useParams } from 'react-router'
import { jobInstanceQuery, toProblem, useApi } from '#api'
import { isDecimalId, jobInstancesPath, runTone, type StepInstanceId, stepInstancePath } from '#contract'
import { useAdviceAwaited, useMessages } from '#i18n'
import { AppLink, EmptyState, lazyPart, PageHeading, useTitle } from '#ui'
import { Awaited } from '../awaited.tsx'
import { OpenById } from '../open-by-id.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { usePageQuery } from '../use-page-query.ts'
import { queryWait } from '../wait.ts'
import { JobInstanceView } from './job-instance-view.tsx'
import {
  type BadAddress,
  type JobInstanceAddress,
  readJobInstanceAddress,
  readJobInstanceUrl,
} from './url.ts'
import { useWholeJobInstance } from './use-whole-job-instance.ts'

const Elsewhere = lazyPart(async () => (await import('../elsewhere.tsx')).Elsewhere)

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
  const { jobInstance: words, status } = useMessages()
  // Advice that came after the steps would push down what stands below each.
  const isAdviceAwaited = useAdviceAwaited()
  const options = jobInstanceQuery(useApi(), scope, id)
  const query = useQuery(options)
  const { data: answer, error, refetch } = query
  const data = isAdviceAwaited ? undefined : answer
  const whole = useWholeJobInstance(data?.jobInstance ?? null)
  const code = data?.jobInstance.status
  useTitle(
    [
      data?.jobInstance.name,
      code === undefined ? null : { state: status.runStatusWord(code) },
      words.untitled(id),
    ],
    code === undefined ? null : runTone(code),
  )
  const problem = error === null ? null : toProblem(error)
  const notOffered = problem?.kind === 'not-offered' && data === undefined
  const all = <AppLink to={jobInstancesPath(scope)}>{words.all}</AppLink>
  return (
    <>
      {data === undefined ? <PageHeading title={words.untitled(id)} /> : null}
      {notOffered ? <StepById scope={scope} id={id} /> : null}
      {problem === null ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={() => void refetch()}
          severity={data === undefined && !notOffered ? 'error' : 'warning'}
          compact={notOffered}
          // Where steps cannot be listed, executions hardly can.
          actions={notOffered ? null : all}
        />
      )}
      {problem === null || data !== undefined ? null : (
        <Suspense>
          <Elsewhere scope={scope} jobInstanceId={id} problem={problem} />
        </Suspense>
      )}
      {data === undefined && error === null ? (
        <Awaited
          wait={queryWait(query, options.queryKey)}
          what={({ jobInstance }) => jobInstance(id)}
          lines={6}
        />
      ) : null}
      {data === undefined ? null : (
        <JobInstanceView detail={{ ...data, jobInstance: whole ?? data.jobInstance }} />
      )}
    </>
  )
}

/** The way on where steps cannot be listed, as with the log calls of the specifications alone. */
function StepById({ scope, id }: JobInstanceAddress) {
  const { jobInstance: words } = useMessages()
  const { wanted } = readJobInstanceUrl(usePageQuery()[0])
  const pathOf = (text: string) =>
    isDecimalId(text) ? `${stepInstancePath(scope, id, text as StepInstanceId)}${wanted?.query ?? ''}` : null
  return (
    <section>
      <p>{words.stepsNotOffered}</p>
      <OpenById
        label={words.stepId}
        buttonLabel={words.openStep}
        complaint={words.badStepId}
        pathOf={pathOf}
      />
    </section>
  )
}
