import { useMessages } from '#i18n'
import { useAppNavigate } from '#ui'
import { TimeList, TimeNote } from '../time-list.tsx'
import { useNow } from '../use-now.ts'
import { isOddlyStated, layOut } from './step-bars.ts'
import type { ReadStep, StepState } from './step-state.ts'
import { TimelineItem } from './timeline-item.tsx'

export interface TimelineProps {
  readonly steps: readonly (ReadStep & { readonly state: StepState })[]
  readonly chosenIndex: number
  /** The steps are asked for again and again. */
  readonly live: boolean
  /** They were, for as long as it made sense. */
  readonly isGivenUp?: boolean
  /** In-app address that chooses a step. */
  readonly addressOf: (stepIndex: number) => string
  /** Somebody wants to read this step's log, not only to see it. */
  readonly onOpenLog: (stepIndex: number) => void
}

/** The steps in order, each with its bar on one time axis; the position is the key, names repeat (bk-nodeman A4). */
export function Timeline(props: TimelineProps) {
  const { steps, chosenIndex, live, isGivenUp = false, addressOf, onOpenLog } = props
  const { nodeMan: words, timeline } = useMessages()
  const navigate = useAppNavigate()
  const plain = steps.map(({ step }) => step)
  const now = useNow(plain.some(({ status }) => status === 'RUNNING'))
  const { axis, rows } = layOut(plain, now)
  const choose = (stepIndex: number) => navigate(addressOf(stepIndex), { replace: true })
  const open = (stepIndex: number) => {
    choose(stepIndex)
    onOpenLog(stepIndex)
  }
  return (
    <div>
      <TimeList label={words.steps} axis={axis} onChoose={choose} onOpen={open}>
        {(time) =>
          steps.map((one, stepIndex) => (
            <TimelineItem
              // biome-ignore lint/suspicious/noArrayIndexKey: the position is what names a step
              key={stepIndex}
              {...one}
              {...time}
              stepNumber={stepIndex + 1}
              row={rows[stepIndex] ?? { span: null, durationMs: null, gap: null }}
              chosen={stepIndex === chosenIndex}
              to={addressOf(stepIndex)}
            />
          ))
        }
      </TimeList>
      <TimeNotes steps={steps} />
      <TimeNote>{timeline.keys}</TimeNote>
      {live ? <TimeNote>{words.liveInstance}</TimeNote> : null}
      {isGivenUp ? <TimeNote>{words.givenUp}</TimeNote> : null}
    </div>
  )
}

/** Times that do not look as documented are shown as written (spec 3's own example is malformed). */
function TimeNotes({ steps }: Pick<TimelineProps, 'steps'>) {
  const { nodeMan: words } = useMessages()
  const odd = steps.flatMap(({ step }) => [step.startedAt, step.finishedAt]).filter(isOddlyStated)
  if (odd.length === 0) return null
  return <TimeNote>{odd.every(({ at }) => at !== null) ? words.repairedTime : words.unreadableTime}</TimeNote>
}
