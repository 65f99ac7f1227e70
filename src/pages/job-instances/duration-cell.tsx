import { styled } from '@mui/material/styles'
import { isRunFinished, type JobInstance, runTone } from '#contract'
import { useFormat, useHistoryMessages } from '#i18n'
import { toneBar, toneColour } from '#ui'
import { runDurationMs } from '../run-duration.ts'
import { useNow } from '../use-now.ts'
import type { DurationScale } from './duration-scale.ts'

export interface DurationCellProps {
  readonly row: JobInstance
  readonly scale: DurationScale
}

/** Twice as long as usual is worth a word. */
const muchLonger = 2

/** Words and a bar beside the longest of the page; ticks while running. Much longer than usual is said. */
export function DurationCell({ row, scale }: DurationCellProps) {
  const words = useHistoryMessages()
  const { duration, number } = useFormat()
  const now = useNow(!isRunFinished(row.status) && row.startedAt !== null)
  const durationMs = runDurationMs(row, now)
  const usualMs = scale.usualMs(row)
  const times = durationMs === null || usualMs === null || usualMs === 0 ? 0 : durationMs / usualMs
  const share = Math.min(1, (durationMs ?? 0) / scale.longestMs)
  return (
    <Cell title={usualMs === null ? undefined : words.usually(duration(usualMs))}>
      <span>
        {duration(durationMs)}
        {times >= muchLonger ? <Times>{words.timesUsual(number(Math.round(times * 10) / 10))}</Times> : null}
      </span>
      {durationMs === null ? null : (
        <Track aria-hidden="true">
          <Fill style={{ width: `${share * 100}%`, ...toneBar(runTone(row.status)) }} />
        </Track>
      )}
    </Cell>
  )
}

const Cell = styled('span')({ display: 'grid', gap: 1, width: 124, lineHeight: 1.3 })

const Track = styled('span')(({ theme }) => ({
  display: 'block',
  height: 4,
  borderRadius: 2,
  overflow: 'hidden',
  backgroundColor: (theme.vars ?? theme).palette.action.hover,
}))

const Fill = styled('span')({ display: 'block', height: '100%', minWidth: 2 })

const Times = styled('b')({
  marginInlineStart: 6,
  fontSize: '0.75rem',
  fontWeight: 600,
  color: toneColour('odd', 'text'),
})
