import { styled } from '@mui/material/styles'
import type { NodeManStep, StatedTime } from '#contract'
import { useFormat, useMessages } from '#i18n'
import type { TimeRow } from '../time-bars.ts'
import { isOddlyStated } from './step-bars.ts'

export interface StepTimesProps {
  readonly step: NodeManStep
  readonly row: TimeRow
}

/** When a step ran and how long. While RUNNING the finish time is that of the last output (bk-nodeman A5). */
export function StepTimes({ step: { status, startedAt, finishedAt }, row }: StepTimesProps) {
  const { nodeMan: words, timeline } = useMessages()
  const { duration } = useFormat()
  const say = useStatedTime()
  const started = say(startedAt)
  const finished = say(finishedAt)
  const running = status === 'RUNNING'
  const took = duration(row.durationMs)
  if (started === null && finished === null) return null
  return (
    <Times>
      {row.durationMs === null ? null : (
        <strong data-growing={running || undefined}>{running ? words.soFar(took) : took}</strong>
      )}
      {started === null ? null : <span>{words.started(started)}</span>}
      {finished === null ? null : (
        <span>{running ? words.lastOutput(finished) : words.finished(finished)}</span>
      )}
      {row.gap === null ? null : <span>{timeline.gapBefore(duration(row.gap.to - row.gap.from))}</span>}
    </Times>
  )
}

/**
 * A time in the reader's zone, followed by upstream's own text where that is not as documented: spec 3's example is
 * malformed, and beside other steps' times only the reading of it can be compared. `null` when not given.
 */
function useStatedTime(): (stated: StatedTime) => string | null {
  const { nodeMan: words } = useMessages()
  const { time } = useFormat()
  return (stated) => {
    const { text, at } = stated
    if (at === null) return text === null ? null : words.statedAs(text)
    return text !== null && isOddlyStated(stated) ? words.readFrom(time(at), text) : time(at)
  }
}

const Times = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 10px',
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > strong': { fontWeight: 600, color: (theme.vars ?? theme).palette.text.primary },
  // What stands behind it is not to move with every minute.
  '& > [data-growing]': { minWidth: '14ch' },
}))
