import { styled } from '@mui/material/styles'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { isRunFinished, runTone, type StepInstance } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, StatusChip, toneColour } from '#ui'
import { HeldRoom } from '../held-room.tsx'
import type { TimeRow } from '../time-bars.ts'
import type { ShownTime } from '../time-list.tsx'
import { timeColumns, timeGap, wideTime } from '../time-room.ts'
import { TimeTrack } from '../time-track.tsx'
import { useLasting } from '../use-lasting.ts'
import { useNow } from '../use-now.ts'
import { ResultBar } from './result-bar.tsx'
import { confirmType, isWaiting } from './step-spans.ts'
import { isFailedStep, isTicking, stateNote, stepDurationMs } from './step-summary.ts'

export interface StepItemProps extends ShownTime {
  readonly step: StepInstance
  readonly stepNumber: number
  readonly row: TimeRow
  readonly jobFinished: boolean
  readonly to: string
  /** Its details are shown below it. */
  readonly chosen: boolean
  readonly onToggle: () => void
  /** The details. */
  readonly children: ReactNode
}

/** One step: a link to its page, its state, its bar on the common axis, and how its targets ended. */
export function StepItem(props: StepItemProps) {
  const { step, stepNumber, row, shown, ticks, jobFinished, to, chosen, onToggle, children } = props
  const { jobInstance: words, status, timeline } = useMessages()
  const detailsId = useId()
  // Who watched it end goes on reading where everything stood.
  const [wasLive] = useState(!jobFinished)
  const note = stateNote(step, jobFinished)
  const reached = step.startedAt !== null && step.type !== confirmType
  const counts = reached ? step.resultCounts : null
  const tone = runTone(step.status)
  const handleKeys = (event: KeyboardEvent) => {
    if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    onToggle()
  }
  return (
    <Item
      aria-current={chosen ? 'step' : undefined}
      data-failed={isFailedStep(step.status) || undefined}
      data-step-id={step.id}
    >
      <Row>
        <AppLink to={to} data-step draggable={false} aria-keyshortcuts="Space" onKeyDown={handleKeys}>
          {stepNumber}. {step.name === '' ? words.stepNumber(stepNumber) : step.name}
        </AppLink>
        <Said>
          <StatusChip
            tone={tone}
            label={status.runStatusWord(step.status)}
            meaning={status.runStatusMeaning(step.status)}
          />
          <span>{status.stepTypeWord(step.type)}</span>
          {step.executeCount > 0 ? <span>{words.attempts(step.executeCount + 1)}</span> : null}
          <StepTimes step={step} row={row} wasLive={wasLive} />
        </Said>
        {shown === null ? null : (
          <TimeTrack
            row={row}
            shown={shown}
            ticks={ticks}
            tone={isWaiting(step) ? 'idle' : tone}
            running={isTicking(step)}
            absent={step.startedAt === null ? null : timeline.noBar}
          />
        )}
      </Row>
      <Foot>
        <div>
          {note === null ? null : <span>{words.stateNotes[note]}</span>}
          {counts === null ? null : (
            <ResultBar counts={counts} isOver={jobFinished || isRunFinished(step.status)} live={wasLive} />
          )}
        </div>
        <button
          type="button"
          aria-expanded={chosen}
          aria-controls={chosen ? detailsId : undefined}
          aria-label={words.detailsOf(stepNumber)}
          onClick={onToggle}
        >
          {words.details} <span aria-hidden="true">{chosen ? '▴' : '▾'}</span>
        </button>
      </Foot>
      {chosen ? (
        <div id={detailsId}>
          <LiveRoom isLive={!jobFinished}>{children}</LiveRoom>
        </div>
      ) : null}
    </Item>
  )
}

/** How long the parts of the details are waited for, and the room of what may come later. */
const detailsWithinMs = 1500
const laterPx = 72

/** Groups of results that come while one watches move nothing below them. */
function LiveRoom({ isLive, children }: { readonly isLive: boolean; readonly children: ReactNode }) {
  const isThere = useLasting(isLive, detailsWithinMs)
  return (
    <HeldRoom held={isThere} sparePx={isLive ? laterPx : 0}>
      {children}
    </HeldRoom>
  )
}

interface StepTimesProps {
  readonly step: StepInstance
  readonly row: TimeRow
  readonly wasLive: boolean
}

/** When it began, how long it took or waited, and how long nothing had run before. */
function StepTimes({ step, row, wasLive }: StepTimesProps) {
  const { jobInstance: words, timeline } = useMessages()
  const { dateTime, duration } = useFormat()
  const ticking = isTicking(step)
  const tookMs = stepDurationMs(step, useNow(ticking))
  if (step.startedAt === null) return <span>{words.notStarted}</span>
  const took = duration(tookMs)
  const waited = isWaiting(step)
  const gapMs = row.gap === null ? null : row.gap.to - row.gap.from
  return (
    <>
      {tookMs === null ? null : (
        <strong data-growing={wasLive || undefined}>
          {waited ? words.waited(took, ticking) : ticking ? words.running(took) : took}
        </strong>
      )}
      <span>{dateTime(step.startedAt)}</span>
      {gapMs === null ? null : (
        <span>
          {step.executeCount > 0
            ? words.earlierAttempts(duration(gapMs))
            : timeline.gapBefore(duration(gapMs))}
        </span>
      )}
    </>
  )
}

const Item = styled('li')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    minWidth: 0,
    padding: '6px 10px',
    border: '1px solid',
    borderColor: palette.divider,
    borderRadius: 8,
    backgroundColor: palette.background.paper,
    '&[data-failed]': { borderColor: toneColour('bad', 'mark') },
    '&[aria-current]': { boxShadow: `inset 3px 0 0 ${palette.primary.main}` },
  }
})

const Row = styled('div')({
  display: 'grid',
  gap: `2px ${timeGap}px`,
  '& > a': { fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere', justifySelf: 'start' },
  [wideTime]: {
    gridTemplateColumns: timeColumns,
    '& > [data-track]': { gridColumn: 2, gridRow: '1 / span 2' },
  },
})

const Said = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 10px',
  minWidth: 0,
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > strong': { fontWeight: 600, color: (theme.vars ?? theme).palette.text.primary },
  // What stands behind it is not to move with every minute.
  '& > [data-growing]': { minWidth: '17ch' },
}))

const Foot = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: 12,
    marginTop: 4,
    '& > div': { minWidth: 0, alignSelf: 'center' },
    '& > button': {
      flex: 'none',
      minHeight: 26,
      padding: '0 8px',
      font: 'inherit',
      fontSize: '0.8125rem',
      color: palette.text.primary,
      background: 'none',
      border: `1px solid ${palette.divider}`,
      borderRadius: 6,
      cursor: 'pointer',
    },
    '& > button:hover': { backgroundColor: palette.action.hover },
    '& > button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
