import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { isRunFinished, type JobInstance, resultTone, type StepInstance } from '#contract'
import { useAdvice, useMessages } from '#i18n'
import { StatusHelp } from '../status-help.tsx'
import { FirstError } from './first-error.tsx'
import { StepCourse } from './step-course.tsx'
import { StepResults } from './step-results.tsx'
import { confirmType } from './step-spans.ts'

export interface StepDetailsProps {
  readonly jobInstance: JobInstance
  readonly step: StepInstance
  readonly jobFinished: boolean
}

/** Everything about one step that does not fit into its line: what its state means, why it failed, its parts. */
export function StepDetails({ jobInstance, step, jobFinished }: StepDetailsProps) {
  const { status, jobInstance: words } = useMessages()
  const advice = useAdvice()
  // Who watched it end goes on reading where everything stood.
  const [wasLive] = useState(!jobFinished)
  const address = { scope: jobInstance.scope, jobInstanceId: jobInstance.id, stepInstanceId: step.id }
  const counts = step.type === confirmType ? [] : (step.resultCounts ?? [])
  const isUntold = step.resultCounts === null && step.type !== confirmType && step.startedAt !== null
  const isOver = jobFinished || isRunFinished(step.status)
  const failed = counts.some((one) => one.count > 0 && resultTone(one.status) === 'bad')
  return (
    <Details>
      <StatusHelp
        meaning={status.runStatusMeaning(step.status)}
        // It is about hosts, which are not there to be looked at.
        nextStep={isUntold ? words.untold : advice('runStatus', step.status)}
      />
      {failed && !wasLive ? <FirstError address={address} step={step} /> : null}
      <StepResults {...{ address, step, counts, isOver }} live={wasLive} />
      <StepCourse address={address} step={step} jobFinished={jobFinished} />
      {failed && wasLive ? <FirstError address={address} step={step} /> : null}
    </Details>
  )
}

const Details = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 10,
  marginTop: 8,
  paddingTop: 8,
  borderTop: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  '& h2': { margin: '0 0 2px', fontSize: '0.8125rem', fontWeight: 600 },
}))
