import { styled } from '@mui/material/styles'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useFormat, useMessages } from '#i18n'
import { type AxisTick, axisTicks } from './axis-ticks.ts'
import { AxisHead, AxisMarks } from './time-axis.tsx'
import { commandOf } from './time-keys.ts'
import { timeColumns, timeGap, wideTime } from './time-room.ts'
import type { TimeWindow } from './time-window.ts'
import { type UsedTimeWindow, useTimeWindow } from './use-time-window.ts'
import { useTrackGestures } from './use-track-gestures.ts'
import { useWidth } from './use-width.ts'

/** What of the axis is shown, for the tracks; `shown` is `null` when there is none. */
export interface ShownTime {
  readonly shown: TimeWindow | null
  readonly ticks: readonly AxisTick[]
}

export interface TimeListProps {
  /** Accessible name of the list. */
  readonly label: string
  /** `null` when no time is known: rows stand without bars. */
  readonly axis: TimeWindow | null
  /** The focus went to another step by keyboard. */
  readonly onChoose: (stepIndex: number) => void
  /** Enter on a step; without it, Enter follows the step's link. */
  readonly onOpen?: (stepIndex: number) => void
  /** The `<li>` of the steps, each with one link marked `data-step`. */
  readonly children: (time: ShownTime) => ReactNode
}

/** Room one mark of the axis needs, with its text. */
const markPx = 62

/** Steps in order on one time axis that can be looked at closer, with keys to go through them. */
export function TimeList({ label, axis, onChoose, onOpen, children }: TimeListProps) {
  const { timeline: words } = useMessages()
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
  return (
    <Area>
      {time === null ? <TimeNote>{words.noTimes}</TimeNote> : <AxisHead time={time} />}
      {time === null ? null : (
        <MarksRow>
          <AxisMarks axisRef={axisRef} widthPx={widthPx} {...marks} />
        </MarksRow>
      )}
      {/* The role is spelled out because Safari drops it from a list without markers. */}
      <List ref={listRef} role="list" aria-label={label} onKeyDown={keyHandler(time, onChoose, onOpen)}>
        {children({ shown: time?.shown ?? null, ticks: marks.ticks })}
      </List>
    </Area>
  )
}

/** The focus goes along with what is chosen. Keys on other links and buttons of a step are theirs. */
function keyHandler(
  time: UsedTimeWindow | null,
  onChoose: TimeListProps['onChoose'],
  onOpen: TimeListProps['onOpen'],
) {
  return (event: KeyboardEvent<HTMLOListElement>) => {
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-step]')]
    const stepIndex = links.indexOf(event.target as HTMLElement)
    const command = commandOf(event, { stepIndex, stepCount: links.length })
    if (command === null || stepIndex < 0) return
    if (command.kind === 'open' && onOpen === undefined) return
    event.preventDefault()
    switch (command.kind) {
      case 'choose':
        links[command.stepIndex]?.focus()
        return onChoose(command.stepIndex)
      case 'open':
        return onOpen?.(stepIndex)
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

const Area = styled('section')({ containerType: 'inline-size', minWidth: 0 })

/** The same columns and paddings as a row of the list, so that the marks stand above the tracks. */
const MarksRow = styled('div')({
  display: 'grid',
  gap: timeGap,
  padding: '0 11px',
  [wideTime]: { gridTemplateColumns: timeColumns, '& > *': { gridColumn: 2 } },
})

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
})

/** A line of explanation below or above a timeline. */
export const TimeNote = styled('p')(({ theme }) => ({
  margin: '6px 0 0',
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
