import { styled } from '@mui/material/styles'
import type { NodeManStep } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, StatusChip } from '#ui'
import type { TimeRow } from '../time-bars.ts'
import type { ShownTime } from '../time-list.tsx'
import { timeColumns, timeGap, wideTime } from '../time-room.ts'
import { TimeTrack } from '../time-track.tsx'
import { type StepState, stateTones } from './step-state.ts'
import { StepTimes } from './step-times.tsx'

export interface TimelineItemProps extends ShownTime {
  readonly step: NodeManStep
  readonly state: StepState
  readonly stepNumber: number
  readonly row: TimeRow
  readonly chosen: boolean
  readonly to: string
}

/** One step: a link that chooses it, its state as icon, word and colour, its times and its bar. */
export function TimelineItem(props: TimelineItemProps) {
  const { step, state, stepNumber, row, chosen, to, shown, ticks } = props
  const { nodeMan: words, timeline, status } = useMessages()
  const { word, meaning } = words.stepStates[state]
  const isUnknown = state === 'unknown'
  const tone = stateTones[state]
  return (
    <li>
      <Choice to={to} data-step draggable={false} aria-current={chosen ? 'step' : undefined}>
        <Name>
          {stepNumber}. {step.name === '' ? words.stepNumber(stepNumber) : step.name}
        </Name>
        <Said>
          <StatusChip
            tone={tone}
            label={isUnknown ? status.nodeManStatusWord(step.status) : word}
            meaning={isUnknown ? status.nodeManStatusMeaning(step.status) : meaning}
          />
          <StepTimes step={step} row={row} />
        </Said>
        {shown === null ? null : (
          <TimeTrack
            row={row}
            shown={shown}
            ticks={ticks}
            tone={tone}
            running={step.status === 'RUNNING'}
            absent={step.status === 'PENDING' ? null : timeline.noBar}
          />
        )}
      </Choice>
    </li>
  )
}

const Choice = styled(AppLink)(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'grid',
    gap: `2px ${timeGap}px`,
    padding: '6px 10px',
    color: palette.text.primary,
    textDecoration: 'none',
    border: '1px solid',
    borderColor: palette.divider,
    borderRadius: 8,
    backgroundColor: palette.background.paper,
    '&:hover': { backgroundColor: palette.action.hover },
    '&[aria-current]': {
      borderColor: palette.primary.main,
      boxShadow: `inset 3px 0 0 ${palette.primary.main}`,
    },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
    [wideTime]: {
      gridTemplateColumns: timeColumns,
      '& > [data-track]': { gridColumn: 2, gridRow: '1 / span 2' },
    },
  }
})

const Name = styled('span')({ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' })

const Said = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 10px',
  minWidth: 0,
})
