import { styled } from '@mui/material/styles'
import { useFormat, useMessages } from '#i18n'
import { useNow } from '../use-now.ts'
import { isOddlyStated, layOut } from './step-bars.ts'
import type { ReadStep, StepState } from './step-state.ts'
import { TimelineItem } from './timeline-item.tsx'

export interface TimelineProps {
  readonly steps: readonly (ReadStep & { readonly state: StepState })[]
  readonly chosenIndex: number
  /** The steps are asked for again and again. */
  readonly live: boolean
  /** In-app address that chooses a step. */
  readonly addressOf: (stepIndex: number) => string
}

/** The steps in order, each with its bar on one time axis; the position is the key, names repeat (bk-nodeman A4). */
export function Timeline({ steps, chosenIndex, live, addressOf }: TimelineProps) {
  const { nodeMan: words } = useMessages()
  const { dateTime } = useFormat()
  const plain = steps.map(({ step }) => step)
  const now = useNow(plain.some(({ status }) => status === 'RUNNING'))
  const { axis, rows } = layOut(plain, now)
  return (
    <section>
      <Axis aria-label={axis === null ? undefined : words.timeAxis(dateTime(axis.from), dateTime(axis.to))}>
        {axis === null ? (
          words.noTimes
        ) : (
          <>
            <span>{dateTime(axis.from)}</span>
            <span>{dateTime(axis.to)}</span>
          </>
        )}
      </Axis>
      {/* The role is spelled out because Safari drops it from a list without markers. */}
      <List role="list" aria-label={words.steps}>
        {steps.map((one, stepIndex) => (
          <TimelineItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is what names a step
            key={stepIndex}
            {...one}
            stepNumber={stepIndex + 1}
            row={rows[stepIndex] ?? { bar: null, durationMs: null }}
            chosen={stepIndex === chosenIndex}
            to={addressOf(stepIndex)}
          />
        ))}
      </List>
      <TimeNotes steps={steps} />
      {live ? <Note>{words.liveInstance}</Note> : null}
    </section>
  )
}

/** Times that do not look as documented are shown as written (spec 3's own example is malformed). */
function TimeNotes({ steps }: Pick<TimelineProps, 'steps'>) {
  const { nodeMan: words } = useMessages()
  const odd = steps.flatMap(({ step }) => [step.startedAt, step.finishedAt]).filter(isOddlyStated)
  if (odd.length === 0) return null
  return <Note>{odd.every(({ at }) => at !== null) ? words.repairedTime : words.unreadableTime}</Note>
}

const Axis = styled('p')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  gap: '0 12px',
  margin: '0 0 4px',
  fontSize: '0.75rem',
  fontVariantNumeric: 'tabular-nums',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

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
