import { styled } from '@mui/material/styles'
import type { NodeManStep, StatedTime } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, StatusChip, toneColour } from '#ui'
import { isOddlyStated, type TimelineRow } from './step-bars.ts'
import { type StepState, stateTones } from './step-state.ts'

export interface TimelineItemProps {
  readonly step: NodeManStep
  readonly state: StepState
  readonly stepNumber: number
  readonly row: TimelineRow
  readonly chosen: boolean
  readonly to: string
}

/** One step: a link that chooses it, its state as icon, word and colour, its times and its bar. */
export function TimelineItem({ step, state, stepNumber, row, chosen, to }: TimelineItemProps) {
  const { nodeMan: words } = useMessages()
  const { word, meaning } = words.stepStates[state]
  const tone = stateTones[state]
  return (
    <li>
      <Choice to={to} aria-current={chosen ? 'step' : undefined}>
        <Head>
          <span>
            {stepNumber}. {step.name === '' ? words.stepNumber(stepNumber) : step.name}
          </span>
          <StatusChip
            tone={tone}
            label={state === 'unknown' ? words.unknownStatus(step.status) : word}
            meaning={meaning}
          />
        </Head>
        <StepTimes step={step} durationMs={row.durationMs} />
        {row.bar === null ? null : (
          <Track aria-hidden="true">
            <span
              style={{
                insetInlineStart: `${row.bar.start * 100}%`,
                width: `${row.bar.length * 100}%`,
                backgroundColor: toneColour(tone, 'mark'),
              }}
            />
          </Track>
        )}
      </Choice>
    </li>
  )
}

interface StepTimesProps {
  readonly step: NodeManStep
  readonly durationMs: number | null
}

/** While RUNNING the finish time is that of the last output (bk-nodeman A5) and is called so. */
function StepTimes({ step: { status, startedAt, finishedAt }, durationMs }: StepTimesProps) {
  const { nodeMan: words } = useMessages()
  const { duration } = useFormat()
  const say = useStatedTime()
  const started = say(startedAt)
  const finished = say(finishedAt)
  const running = status === 'RUNNING'
  if (started === null && finished === null) return null
  return (
    <Times>
      {started === null ? null : <span>{words.started(started)}</span>}
      {finished === null ? null : (
        <span>{running ? words.lastOutput(finished) : words.finished(finished)}</span>
      )}
      {durationMs === null ? null : (
        <span>{running ? words.soFar(duration(durationMs)) : duration(durationMs)}</span>
      )}
    </Times>
  )
}

/** A time in the reader's zone, or as upstream wrote it when that is not as documented; `null` when not given. */
function useStatedTime(): (stated: StatedTime) => string | null {
  const { nodeMan: words } = useMessages()
  const { time } = useFormat()
  return (stated) => {
    if (stated.text !== null && (isOddlyStated(stated) || stated.at === null))
      return words.statedAs(stated.text)
    return stated.at === null ? null : time(stated.at)
  }
}

const Choice = styled(AppLink)(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'block',
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
  }
})

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '2px 10px',
  '& > span:first-of-type': { fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' },
})

const Times = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 10px',
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

const Track = styled('div')(({ theme }) => ({
  position: 'relative',
  height: 6,
  marginTop: 4,
  borderRadius: 3,
  backgroundColor: (theme.vars ?? theme).palette.action.hover,
  '& > span': { position: 'absolute', top: 0, bottom: 0, minWidth: 3, borderRadius: 3 },
}))
