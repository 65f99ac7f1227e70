import { styled } from '@mui/material/styles'
import { Fragment } from 'react'
import { runTone, type StepInstance } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, StatusChip, ToneIcon, toneColour } from '#ui'
import { useNow } from '../use-now.ts'
import { countsByTone, isFailedStep, isTicking, stateNote, stepDurationMs } from './step-summary.ts'

export interface StepItemProps {
  readonly step: StepInstance
  readonly stepNumber: number
  readonly jobFinished: boolean
  readonly to: string
}

/** One step on the line: its state, what it is, how long, and how its targets ended. */
export function StepItem({ step, stepNumber, jobFinished, to }: StepItemProps) {
  const { jobInstance: words, status } = useMessages()
  const note = stateNote(step, jobFinished)
  return (
    <Item data-failed={isFailedStep(step.status) || undefined}>
      <Rail>
        <ToneIcon tone={runTone(step.status)} size={18} />
      </Rail>
      <Card>
        <Head>
          <AppLink to={to}>
            {stepNumber}. {step.name === '' ? words.stepNumber(stepNumber) : step.name}
          </AppLink>
          <StatusChip
            tone={runTone(step.status)}
            label={status.runStatusWord(step.status)}
            meaning={status.runStatusMeaning(step.status)}
          />
        </Head>
        <Details>
          <span>{status.stepTypeWord(step.type)}</span>
          {step.executeCount > 0 ? <span>{words.attempts(step.executeCount + 1)}</span> : null}
          <StepTimes step={step} />
        </Details>
        {note === null ? null : <Note>{words.stateNotes[note]}</Note>}
        <Results step={step} />
      </Card>
    </Item>
  )
}

function StepTimes({ step }: { readonly step: StepInstance }) {
  const { jobInstance: words } = useMessages()
  const { dateTime, duration } = useFormat()
  const ticking = isTicking(step)
  const tookMs = stepDurationMs(step, useNow(ticking))
  if (step.startedAt === null) return <span>{words.notStarted}</span>
  const took = duration(tookMs)
  return (
    <>
      <span>{dateTime(step.startedAt)}</span>
      {tookMs === null ? null : <span>{ticking ? words.running(took) : took}</span>}
    </>
  )
}

/** "7 failed · 1,993 succeeded"; a confirm step has no targets, and that is nothing to mention. */
function Results({ step: { type, resultCounts } }: { readonly step: StepInstance }) {
  const { jobInstance: words } = useMessages()
  const { number } = useFormat()
  const confirmStep = 3
  if (resultCounts === null || type === confirmStep) return null
  const counts = countsByTone(resultCounts)
  if (counts.length === 0) return <Details>{words.noTargets}</Details>
  return (
    <Counts>
      {counts.map(({ tone, count }, position) => (
        <Fragment key={tone}>
          {position === 0 ? null : ' · '}
          <strong style={{ color: toneColour(tone, 'text') }}>{words.result(tone, number(count))}</strong>
        </Fragment>
      ))}
    </Counts>
  )
}

const Item = styled('li')(({ theme }) => ({
  display: 'flex',
  gap: 10,
  minWidth: 0,
  // The line that joins the icons; the last one ends it.
  '&:not(:last-child) > :first-of-type::after': {
    content: '""',
    flex: 1,
    width: 2,
    backgroundColor: (theme.vars ?? theme).palette.divider,
  },
  '&[data-failed] > :last-child': {
    borderColor: toneColour('bad', 'mark'),
    backgroundColor: toneColour('bad', 'surface'),
  },
}))

const Rail = styled('div')({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 4,
  paddingTop: 12,
})

const Card = styled('div')(({ theme }) => ({
  flex: 1,
  minWidth: 0,
  marginBottom: 10,
  padding: '8px 12px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
}))

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 10px',
  '& a': { fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' },
})

const Details = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 12px',
  marginTop: 2,
  fontVariantNumeric: 'tabular-nums',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

const Counts = styled('p')({
  margin: '2px 0 0',
  fontVariantNumeric: 'tabular-nums',
  '& strong': { fontWeight: 600 },
})

const Note = styled('p')({ margin: '2px 0 0' })
