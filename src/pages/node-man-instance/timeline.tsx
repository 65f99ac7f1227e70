import { styled } from '@mui/material/styles'
import { type KeyboardEvent, useRef } from 'react'
import { useFormat, useMessages } from '#i18n'
import { useAppNavigate } from '#ui'
import { useNow } from '../use-now.ts'
import { axisTicks } from './axis-ticks.ts'
import { isOddlyStated, layOut } from './step-bars.ts'
import type { ReadStep, StepState } from './step-state.ts'
import { AxisHead, AxisMarks } from './time-axis.tsx'
import { TimelineItem } from './timeline-item.tsx'
import { commandOf } from './timeline-keys.ts'
import { timelineColumns, timelineGap, wideTimeline } from './timeline-room.ts'
import { useTimeWindow } from './use-time-window.ts'
import { useTrackGestures } from './use-track-gestures.ts'
import { useWidth } from './use-width.ts'

export interface TimelineProps {
  readonly steps: readonly (ReadStep & { readonly state: StepState })[]
  readonly chosenIndex: number
  /** The steps are asked for again and again. */
  readonly live: boolean
  /** In-app address that chooses a step. */
  readonly addressOf: (stepIndex: number) => string
  /** Somebody wants to read this step's log, not only to see it. */
  readonly onOpenLog: (stepIndex: number) => void
}

/** Room one mark of the axis needs, with its text. */
const markPx = 62

/** The steps in order, each with its bar on one time axis; the position is the key, names repeat (bk-nodeman A4). */
export function Timeline({ steps, chosenIndex, live, addressOf, onOpenLog }: TimelineProps) {
  const { nodeMan: words } = useMessages()
  const plain = steps.map(({ step }) => step)
  const now = useNow(plain.some(({ status }) => status === 'RUNNING'))
  const { axis, rows } = layOut(plain, now)
  const time = useTimeWindow(axis)
  const listRef = useRef<HTMLOListElement>(null)
  const axisRef = useRef<HTMLDivElement>(null)
  useTrackGestures(listRef, axisRef, time)
  const clock = useClock()
  const widthPx = useWidth(axisRef)
  const mostMarks = Math.floor(widthPx / markPx)
  const marks =
    time === null || mostMarks === 0
      ? { stepMs: 1, ticks: [] }
      : axisTicks(time.shown, mostMarks, clock(time.shown.from))
  const handleKeys = useKeys({ steps, addressOf, onOpenLog, time })
  return (
    <Area>
      {time === null ? <Note>{words.noTimes}</Note> : <AxisHead time={time} />}
      {time === null ? null : (
        <MarksRow>
          <AxisMarks axisRef={axisRef} widthPx={widthPx} {...marks} />
        </MarksRow>
      )}
      {/* The role is spelled out because Safari drops it from a list without markers. */}
      <List ref={listRef} role="list" aria-label={words.steps} onKeyDown={handleKeys}>
        {steps.map((one, stepIndex) => (
          <TimelineItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is what names a step
            key={stepIndex}
            {...one}
            stepNumber={stepIndex + 1}
            row={rows[stepIndex] ?? { span: null, durationMs: null, gap: null }}
            chosen={stepIndex === chosenIndex}
            to={addressOf(stepIndex)}
            shown={time?.shown ?? null}
            ticks={marks.ticks}
          />
        ))}
      </List>
      <TimeNotes steps={steps} />
      <Note>{words.timelineKeys}</Note>
      {live ? <Note>{words.liveInstance}</Note> : null}
    </Area>
  )
}

type KeyNeeds = Pick<TimelineProps, 'steps' | 'addressOf' | 'onOpenLog'> & {
  readonly time: ReturnType<typeof useTimeWindow>
}

/** The keys of the list: the focus goes along with what is chosen. */
function useKeys({ steps, addressOf, onOpenLog, time }: KeyNeeds) {
  const navigate = useAppNavigate()
  return (event: KeyboardEvent<HTMLOListElement>) => {
    const links = [...event.currentTarget.querySelectorAll('a')]
    const stepIndex = links.findIndex((link) => link === event.target)
    const command = commandOf(event, { stepIndex, stepCount: steps.length })
    if (command === null || stepIndex < 0) return
    event.preventDefault()
    switch (command.kind) {
      case 'choose':
        links[command.stepIndex]?.focus()
        return navigate(addressOf(command.stepIndex), { replace: true })
      case 'open-log':
        navigate(addressOf(stepIndex), { replace: true })
        return onOpenLog(stepIndex)
      case 'zoom':
        return time?.zoom(command.factor)
      case 'pan':
        return time?.pan(command.share)
      case 'whole':
        return time?.showWhole()
    }
  }
}

/** What the reader's clock shows at a moment, in ms since midnight. */
function useClock(): (at: number) => number {
  const { time } = useFormat()
  return (at) => {
    const [hours = 0, minutes = 0, seconds = 0] = time(at).split(':').map(Number)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + (at % 1000)
  }
}

/** Times that do not look as documented are shown as written (spec 3's own example is malformed). */
function TimeNotes({ steps }: Pick<TimelineProps, 'steps'>) {
  const { nodeMan: words } = useMessages()
  const odd = steps.flatMap(({ step }) => [step.startedAt, step.finishedAt]).filter(isOddlyStated)
  if (odd.length === 0) return null
  return <Note>{odd.every(({ at }) => at !== null) ? words.repairedTime : words.unreadableTime}</Note>
}

const Area = styled('section')({ containerType: 'inline-size', minWidth: 0 })

/** The same columns and paddings as a row of the list, so that the marks stand above the tracks. */
const MarksRow = styled('div')({
  display: 'grid',
  gap: timelineGap,
  padding: '0 11px',
  [wideTimeline]: { gridTemplateColumns: timelineColumns, '& > *': { gridColumn: 2 } },
})

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
})

const Note = styled('p')(({ theme }) => ({
  margin: '6px 0 0',
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
