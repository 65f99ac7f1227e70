import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capabilitiesQuery, useApi } from '#api'
import {
  isRunFinished,
  isSeeminglyOver,
  type JobInstance,
  type JobInstanceDetail,
  jobInstancesPath,
  runTone,
  stepInstancePath,
} from '#contract'
import { useFormat, useMessages } from '#i18n'
import {
  AppLink,
  EmptyState,
  type Fact,
  lazyPart,
  OutLink,
  PageHeading,
  PopoverButton,
  StatusChip,
} from '#ui'
import { HeldRoom } from '../held-room.tsx'
import { RunStrip } from '../run-strip.tsx'
import { useScopeName, useScopeWords } from '../scope-name.ts'
import { useLasting } from '../use-lasting.ts'
import { useNow } from '../use-now.ts'
import { usePageQuery } from '../use-page-query.ts'
import { StepList } from './step-list.tsx'
import { firstFailedStep } from './step-summary.ts'
import { changeJobInstanceUrl, readJobInstanceUrl } from './url.ts'

const ShareJob = lazyPart(async () => (await import('./share-job.tsx')).ShareJob)

/** One execution: what it is, how it stands, and its steps. */
export function JobInstanceView({ detail }: { readonly detail: JobInstanceDetail }) {
  const { steps, finished } = detail
  const { jobInstance: words } = useMessages()
  // Who watched it end goes on reading where everything stood.
  const [wasLive] = useState(!finished)
  return (
    <>
      <HeldRoom held={useLasting(wasLive, headingWithinMs)}>
        <Heading {...detail} />
      </HeldRoom>
      {steps.length === 0 ? (
        <EmptyState title={words.noSteps} meaning={words.noStepsMeaning} />
      ) : (
        <StepList detail={detail} />
      )}
      {wasLive ? (
        <Note>{finished ? null : isSeeminglyOver(detail) ? words.liveSeldom : words.live}</Note>
      ) : null}
      <EarlierRuns jobInstance={detail.jobInstance} />
    </>
  )
}

/** What the history adds to the heading has come by then. */
const headingWithinMs = 1500

/** The job's last runs, and which of them stands beside this one, as the address says. */
function EarlierRuns({ jobInstance }: { readonly jobInstance: JobInstance }) {
  const [query, changeQuery] = usePageQuery()
  return (
    <RunStrip
      jobInstance={jobInstance}
      compared={readJobInstanceUrl(query).compared}
      onCompare={(compared) => changeQuery((before) => changeJobInstanceUrl(before, { compared }))}
    />
  )
}

function Heading(detail: JobInstanceDetail) {
  const { jobInstance, steps } = detail
  const { jobInstance: words, jobInstances, common, status } = useMessages()
  const { scope, id, name } = jobInstance
  const failed = firstFailedStep(steps)
  const { wanted } = readJobInstanceUrl(usePageQuery()[0])
  const scopeName = useScopeName(scope)
  return (
    <PageHeading
      title={name === '' ? words.untitled(id) : name}
      status={
        <StatusChip
          size="medium"
          tone={runTone(jobInstance.status)}
          label={status.runStatusWord(jobInstance.status)}
          meaning={status.runStatusMeaning(jobInstance.status)}
        />
      }
      breadcrumbs={[{ label: jobInstances.titleOf(scopeName), to: jobInstancesPath(scope) }]}
      breadcrumbsLabel={common.breadcrumbs}
      facts={useFacts(jobInstance, steps.length)}
      actions={
        <>
          {failed === null ? null : (
            <AppLink to={`${stepInstancePath(scope, id, failed.id)}${wanted?.query ?? ''}`}>
              {words.openFirstFailed}
            </AppLink>
          )}
          <PopoverButton label={common.share}>{() => <ShareJob detail={detail} />}</PopoverButton>
          <OutsideLink {...jobInstance} />
        </>
      }
    />
  )
}

function useFacts(jobInstance: JobInstance, stepCount: number): readonly Fact[] {
  const { jobInstance: words, common, status } = useMessages()
  const { dateTime, duration, number } = useFormat()
  const scopeWords = useScopeWords()
  const { id, scope, operator, type, launchMode, createdAt, startedAt, endedAt, durationMs } = jobInstance
  const ticking = !isRunFinished(jobInstance.status) && startedAt !== null
  const now = useNow(ticking)
  const tookMs = ticking ? Math.max(durationMs ?? 0, now - startedAt) : durationMs
  const dateRoom = isRunFinished(jobInstance.status) ? {} : { room: '24ch' }
  return [
    { label: common.id, value: id },
    { label: common.scope, value: scopeWords(scope) },
    // The status calls of v3 and v4 name neither operator nor kind (bk-job A.7): what is put in later has its place.
    { label: common.operator, value: operator ?? common.notGiven, room: '10ch' },
    { label: common.type, value: type === null ? common.notGiven : status.taskTypeWord(type), room: '13ch' },
    {
      label: words.launchMode,
      value: launchMode === null ? common.notGiven : status.launchModeWord(launchMode),
      room: '9ch',
    },
    { label: words.created, value: dateTime(createdAt) },
    { label: common.started, value: dateTime(startedAt), ...dateRoom },
    { label: common.finished, value: dateTime(endedAt), ...dateRoom },
    { label: common.duration, value: duration(tookMs), ...(ticking ? { room: '11ch' } : {}) },
    { label: words.steps, value: number(stepCount) },
  ]
}

/** The same execution on the job platform's own page, where one is configured. */
function OutsideLink({ scope, id }: JobInstance) {
  const { jobInstance: words } = useMessages()
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const base = data?.links.jobWeb ?? null
  if (base === null) return null
  const href = `${base.replace(/\/+$/, '')}/${scope.type}/${scope.id}/execute/task/${id}`
  return <OutLink href={href}>{words.openInJob}</OutLink>
}

const Note = styled('p')(({ theme }) => ({
  margin: 0,
  minHeight: '1lh',
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
