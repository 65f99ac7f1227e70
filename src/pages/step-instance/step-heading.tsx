import { useQuery } from '@tanstack/react-query'
import { memo, useRef } from 'react'
import { capabilitiesQuery, type StepAddress, useApi } from '#api'
import { jobInstancePath, jobInstancesPath, runTone, type StepInstanceDetail } from '#contract'
import { type Format, type Messages, useFormat, useMessages } from '#i18n'
import { type Fact, lazyPart, OutLink, PageHeading, PopoverButton, StatusChip } from '#ui'
import { useScopeName } from '../scope-name.ts'
import { useNow } from '../use-now.ts'
import { attemptOf, isNewestAttempt } from './shown-attempt.ts'

const ShareStep = lazyPart(async () => (await import('./share-step.tsx')).ShareStep)

export interface NamedStep {
  readonly step: string
  readonly jobInstance: string
}

interface StepHeadingProps {
  readonly address: StepAddress
  /** `null` where the deployment cannot tell about steps, and while nothing is known. */
  readonly detail: StepInstanceDetail | null
  /** What the job instance tells of the step where the step itself cannot be told of. */
  readonly named?: NamedStep | undefined
  /** An answer is under way: what would only move when it comes is not shown yet. */
  readonly isAwaited: boolean
}

/** Name, state and facts of the step, with the ways up and out; what is filtered below is nothing to it. */
export const StepHeading = memo(function StepHeading(props: StepHeadingProps) {
  const { address, detail, named, isAwaited } = props
  const messages = useMessages()
  const format = useFormat()
  const now = useNow(detail?.finished === false)
  // Who watched it end goes on reading where everything stood.
  const wasLive = useRef(false)
  wasLive.current ||= detail?.finished === false
  const { stepInstance: words, status, common } = messages
  const { scope, jobInstanceId, stepInstanceId } = address
  const jobInstanceName = detail?.jobInstance?.name ?? named?.jobInstance ?? words.jobInstance(jobInstanceId)
  // The name is asked for beside the log, never before it.
  const scopeName = useScopeName(scope, detail !== null)
  return (
    <PageHeading
      title={detail?.step.name || named?.step || words.stepNumber(stepInstanceId)}
      status={
        detail === null || !isNewestAttempt(detail) ? null : (
          <StatusChip
            tone={runTone(detail.step.status)}
            label={status.runStatusWord(detail.step.status)}
            meaning={status.runStatusMeaning(detail.step.status)}
            size="medium"
          />
        )
      }
      breadcrumbs={[
        { label: words.history(scopeName), to: jobInstancesPath(scope) },
        { label: jobInstanceName, to: jobInstancePath(scope, jobInstanceId) },
      ]}
      breadcrumbsLabel={common.breadcrumbs}
      facts={[
        ...(detail === null ? [] : stepFacts(detail, now, wasLive.current, messages, format)),
        ...(isAwaited ? [] : ids(address, messages)),
      ]}
      actions={
        <>
          {detail === null ? null : (
            <PopoverButton label={common.share}>
              {() => <ShareStep address={address} detail={detail} />}
            </PopoverButton>
          )}
          <JobPlatformLink address={address} />
        </>
      }
    />
  )
})

/** State and times are of the newest attempt, whichever is asked for: beside an earlier one they would be another's. */
function stepFacts(
  detail: StepInstanceDetail,
  now: number,
  wasLive: boolean,
  { common, status, stepInstance: words }: Messages,
  format: Format,
): readonly Fact[] {
  const { step, finished } = detail
  const { type, executeCount, startedAt, endedAt, durationMs } = step
  const running = !finished && startedAt !== null && endedAt === null
  const facts = [
    { label: common.type, value: status.stepTypeWord(type) },
    { label: words.attempt, value: attemptWords(attemptOf(detail), executeCount, words) },
  ]
  if (!isNewestAttempt(detail)) return facts
  return [
    ...facts,
    { label: common.started, value: format.dateTime(startedAt) },
    // Known at the end alone: it is not to push what stands behind it into another line then.
    { label: common.finished, value: format.dateTime(endedAt), ...(wasLive ? { room: '24ch' } : {}) },
    running
      ? {
          label: runTone(step.status) === 'busy' ? words.runningFor : words.waitingFor,
          value: format.duration(Math.max(0, now - startedAt)),
          // It grows: what stands behind it is not to go to the next line for that.
          room: '11ch',
        }
      : { label: common.duration, value: format.duration(durationMs), ...(wasLive ? { room: '13ch' } : {}) },
  ]
}

/** A link may name an attempt that never was. */
function attemptWords(asked: number, newest: number, words: Messages['stepInstance']): string {
  return asked > newest ? words.attemptMissing(asked + 1) : words.attemptOf(asked + 1)
}

function ids(
  { jobInstanceId, stepInstanceId }: StepAddress,
  { stepInstance: words }: Messages,
): readonly Fact[] {
  return [
    { label: words.jobInstanceId, value: jobInstanceId },
    { label: words.stepInstanceId, value: stepInstanceId },
  ]
}

/** The platform's own scope-less address of a step (bk-job C.6); absent when the operator configured none. */
export function JobPlatformLink({ address }: { readonly address: StepAddress }) {
  const { openInJobPlatform } = useMessages().stepInstance
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const base = data?.links.jobWeb
  if (base === null || base === undefined) return null
  const path = `api_execute_step/${address.jobInstanceId}/${address.stepInstanceId}`
  return <OutLink href={`${base.replace(/\/+$/, '')}/${path}`}>{openInJobPlatform}</OutLink>
}
