import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { type StepAddress, stepCourseQuery, useApi } from '#api'
import {
  isResultFinished,
  isRunFinished,
  type ResultCount,
  type StepInstance,
  stepInstancePath,
} from '#contract'
import { useMessages } from '#i18n'
import { AppLink } from '#ui'
import { TimeNote } from '../time-list.tsx'
import { ResultBar } from './result-bar.tsx'
import { confirmType } from './step-spans.ts'

export interface StepCourseProps {
  readonly address: StepAddress
  readonly step: StepInstance
  readonly jobFinished: boolean
}

/** Attempts and rolling batches, each leading to the step in that part; of a confirmation what is asked. */
export function StepCourse({ address, step, jobFinished }: StepCourseProps) {
  const { jobInstance: words } = useMessages()
  const total = sum(step.resultCounts ?? [])
  const isOver = jobFinished || isRunFinished(step.status)
  const isConfirm = step.type === confirmType
  const { data } = useQuery({
    ...stepCourseQuery(useApi(), address, markerOf(step, jobFinished)),
    enabled: isConfirm || step.executeCount > 0 || (step.startedAt !== null && total > 1),
  })
  const path = stepInstancePath(address.scope, address.jobInstanceId, address.stepInstanceId)
  return (
    <>
      {isConfirm ? (
        <div>
          {data?.confirmMessage ? <Message>{data.confirmMessage}</Message> : null}
          <TimeNote>{words.confirmedBy}</TimeNote>
        </div>
      ) : null}
      {step.executeCount > 0 && data?.attempts === null ? (
        <TimeNote>{words.attemptsNotOffered}</TimeNote>
      ) : null}
      <Parts
        title={words.attemptsTitle}
        parts={(data?.attempts ?? []).map(({ executeCount, resultCounts }) => ({
          name: words.attempt(executeCount + 1, executeCount === step.executeCount),
          // The newest goes without its number, so that a link to it follows the next retry.
          to: executeCount === step.executeCount ? path : `${path}?executeCount=${executeCount}`,
          resultCounts,
          // Of an earlier attempt nothing runs.
          isOver: isOver || executeCount < step.executeCount,
        }))}
      />
      {data?.batches === null && total > 1 ? <TimeNote>{words.batchesNotTold}</TimeNote> : null}
      <Parts
        title={words.batches}
        parts={(data?.batches ?? []).map(({ batchNumber, resultCounts }) => ({
          name: words.batch(batchNumber),
          to: `${path}?batch=${batchNumber}`,
          resultCounts,
          isOver,
        }))}
      />
    </>
  )
}

interface PartsProps {
  readonly title: string
  readonly parts: readonly {
    readonly name: string
    readonly to: string
    readonly resultCounts: readonly ResultCount[]
    readonly isOver: boolean
  }[]
}

function Parts({ title, parts }: PartsProps) {
  if (parts.length === 0) return null
  return (
    <div>
      <h2>{title}</h2>
      <div>
        {parts.map(({ name, to, resultCounts, isOver }) => (
          <Part key={to}>
            <AppLink to={to}>{name}</AppLink>
            <ResultBar counts={resultCounts} isOver={isOver} />
          </Part>
        ))}
      </div>
    </div>
  )
}

/** Asking takes a call for every part: not with every result, only with every tenth of them. */
function markerOf({ status, executeCount, resultCounts }: StepInstance, jobFinished: boolean): string {
  const counts = resultCounts ?? []
  const done = sum(counts.filter((one) => isResultFinished(one.status)))
  return `${executeCount} ${status} ${jobFinished} ${Math.floor((10 * done) / Math.max(1, sum(counts)))}`
}

function sum(counts: readonly ResultCount[]): number {
  return counts.reduce((all, { count }) => all + count, 0)
}

const Part = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 12px',
  padding: '1px 0',
  '& > a': { minWidth: '7em' },
})

const Message = styled('p')({ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
