import { styled } from '@mui/material/styles'
import { Suspense, useMemo, useRef, useState } from 'react'
import { useParams } from 'react-router'
import type { StepAddress } from '#api'
import { type Problem, runTone, type StepInstanceDetail } from '#contract'
import { useMessages } from '#i18n'
import { Loading, lazyPart } from '#ui'
import { Awaited } from '../awaited.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { queryWait } from '../wait.ts'
import { type HostRow, type MadeRows, orderByAttention, renewRows } from './host-rows.ts'
import { PageTitle, type StepTitle } from './page-title.tsx'
import { type LogType, ScriptStep } from './script-step.tsx'
import { isNewestAttempt } from './shown-attempt.ts'
import type { SlicedWork } from './slices.ts'
import { JobPlatformLink, StepHeading } from './step-heading.tsx'
import { StepPartNotice, useStepPart } from './step-part.tsx'
import { BadAddress } from './step-problem.tsx'
import { readAddress, type StepInstanceView } from './url.ts'
import { useInSlices } from './use-in-slices.ts'
import { useStepDetail } from './use-step-detail.ts'
import { type ChangeView, type RailQuery, useStepView } from './use-step-view.ts'

// Most steps run a script: its reader is not to wait for the screens of the others.
const FileStep = lazyPart(async () => (await import('./file-step.tsx')).FileStep)
const ConfirmStep = lazyPart(async () => (await import('./confirm-step.tsx')).ConfirmStep)
const PastedStep = lazyPart(async () => (await import('./pasted-step.tsx')).PastedStep)
const Elsewhere = lazyPart(async () => (await import('../elsewhere.tsx')).Elsewhere)

/** `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}/steps/{stepInstanceId}` */
export function Page() {
  const { scopeType, scopeId, jobInstanceId, stepInstanceId } = useParams()
  const address = useMemo(
    () => readAddress({ scopeType, scopeId, jobInstanceId, stepInstanceId }),
    [scopeType, scopeId, jobInstanceId, stepInstanceId],
  )
  if (address === null) return <BadAddress />
  return <StepPage key={Object.values(address).map(String).join('/')} address={address} />
}

function StepPage({ address }: { readonly address: StepAddress }) {
  const { stepInstance: words } = useMessages()
  const [view, change, rail] = useStepView()
  const part = useStepPart()
  const { query, queryKey, detail, problem, isUntold, named } = useStepDetail(address, part)
  const rows = useRows(detail?.results ?? null)
  const title = useStepTitle(address, detail, problem, named?.step)
  const hostsNotOffered = detail === null && problem?.kind === 'not-offered' && !isUntold
  return (
    <Column data-region="step">
      <StepHeading address={address} detail={detail} named={named} isAwaited={query.isPending} />
      {problem === null || hostsNotOffered ? null : (
        <ProblemNotice
          problem={problem}
          {...(isUntold
            ? { nextStep: words.openThere, actions: <JobPlatformLink address={address} /> }
            : { onRetry: () => void query.refetch() })}
          {...(detail === null ? {} : { severity: 'warning' as const, compact: true })}
        />
      )}
      {problem === null || detail !== null || hostsNotOffered ? null : (
        <Suspense>
          <Elsewhere {...address} problem={problem} />
        </Suspense>
      )}
      {detail === null ? null : <StepPartNotice address={address} asked={part} detail={detail} />}
      <Suspense fallback={<Loading label={words.loading} lines={8} />}>
        {hostsNotOffered ? (
          <PastedStep address={address} view={view} onChange={change} rail={rail} title={title} />
        ) : null}
        {detail === null && !hostsNotOffered ? <PageTitle title={title} /> : null}
        {rows === null && problem === null ? (
          // Below a heading that has grown it begins anew, instead of moving down in sight.
          <Awaited
            key={detail === null ? 'step' : 'rows'}
            wait={queryWait(query, queryKey)}
            what={({ step }) => step(address.stepInstanceId)}
            lines={8}
          />
        ) : null}
        {detail === null || rows === null ? null : (
          <StepBody {...{ address, detail, rows, view, rail, title }} onChange={change} />
        )}
      </Suspense>
    </Column>
  )
}

interface StepBodyProps {
  readonly address: StepAddress
  readonly detail: StepInstanceDetail
  readonly rows: readonly HostRow[]
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  readonly rail: RailQuery
  readonly title: StepTitle
}

/** Rows of the rail; those of results that polling did not change stay the same. `null` until there are some. */
function useRows(results: StepInstanceDetail['results'] | null): readonly HostRow[] | null {
  const made = useRef<MadeRows>({ results: [], rows: [] })
  const work = useMemo(
    () =>
      function* makeRows(): SlicedWork<readonly HostRow[] | null> {
        if (results === null) return null
        made.current = yield* renewRows(made.current, results)
        return yield* orderByAttention(made.current.rows)
      },
    [results],
  )
  return useInSlices(work).value
}

/** Which screen a step gets: by its type, and by what its logs turn out to be where the type is unknown. */
function StepBody({ detail, ...rest }: StepBodyProps) {
  const [logType, setLogType] = useState<LogType | null>(null)
  const { type } = detail.step
  const isEmptyBatch = (detail.part?.batch ?? 0) > 0 && detail.results.length === 0
  if (type === 3 || logType === 'none') {
    return (
      <>
        <PageTitle title={rest.title} />
        <ConfirmStep address={rest.address} detail={detail} />
      </>
    )
  }
  // The notice above says it, with the way out: the words for a step without hosts would deny that it has any.
  if (isEmptyBatch) return <PageTitle title={rest.title} />
  if (type === 2 || logType === 'file') {
    const { finished } = detail
    return <FileStep {...rest} {...{ finished }} isOver={finished} isNewest={isNewestAttempt(detail)} />
  }
  return (
    <ScriptStep {...rest} finished={detail.finished} endedAt={detail.step.endedAt} onLogType={setLogType} />
  )
}

/** "step · status", to which a host may be added; what went wrong stands where the status would. */
function useStepTitle(
  address: StepAddress,
  detail: StepInstanceDetail | null,
  problem: Problem | null,
  named?: string,
): StepTitle {
  const { status, stepInstance, problem: problems } = useMessages()
  const name = detail?.step.name || named || stepInstance.stepNumber(address.stepInstanceId)
  if (detail !== null) {
    const { status: code } = detail.step
    if (!isNewestAttempt(detail)) return { parts: [name], tone: null }
    return { parts: [name, { state: status.runStatusWord(code) }], tone: runTone(code) }
  }
  // Where hosts cannot be listed they are asked for: nothing is wrong.
  const isAsked = problem?.kind === 'not-offered' && named === undefined
  const wrong = problem === null || isAsked ? [] : [{ state: problems.kinds[problem.kind].title }]
  return { parts: [name, ...wrong], tone: null }
}

const Column = styled('div')({
  flex: '1 1 0',
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
})
