import { styled } from '@mui/material/styles'
import { isResultFailed, resultTone } from '#contract'
import { useFormat, useRailWords } from '#i18n'
import { type Tone, toneColour } from '#ui'
import type { StatusCount } from './host-rows.ts'
import { rowStatusWord } from './row-status-word.ts'

interface StateBarProps {
  /** In order of attention. */
  readonly counts: readonly StatusCount[]
  /** The step has ended. */
  readonly isOver: boolean
  /** The totals as text. */
  readonly totals: string
  /** Filter in force: `''`, `failed`, or a status code. */
  readonly status: string
  readonly onStatus: (status: string) => void
}

/** More kinds than this are drawn by tone: slivers tell nothing. */
const mostSegments = 16

interface Segment {
  readonly value: string
  readonly tone: Tone
  readonly count: number
}

/**
 * All hosts at a glance: a bar with a part per status, as wide as its share, but never too small to see. A click
 * filters by that status.
 */
export function StateBar({ counts, isOver, totals, status, onStatus }: StateBarProps) {
  const messages = useRailWords()
  const { number } = useFormat()
  const segments = segmentsOf(counts)
  if (segments.length === 0) return null
  const wordOf = ({ value }: Segment) =>
    value === 'failed'
      ? messages.rail.allFailures
      : rowStatusWord({ status: Number(value), logState: null }, messages, isOver)
  return (
    <Bar role="img" aria-label={messages.rail.states(totals)}>
      {segments.map((segment) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the buttons of the status filter do the same by keyboard
        // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons of the status filter do the same by keyboard
        <div
          key={`${segment.tone}${segment.value}`}
          title={segment.value === '' ? undefined : `${wordOf(segment)} ${number(segment.count)}`}
          data-status={segment.value}
          data-on={(status !== '' && status === segment.value) || undefined}
          style={{ flexGrow: segment.count, backgroundColor: toneColour(segment.tone, 'mark') }}
          onClick={() => onStatus(status === segment.value ? '' : segment.value)}
        />
      ))}
    </Bar>
  )
}

function segmentsOf(counts: readonly StatusCount[]): readonly Segment[] {
  const known = counts.flatMap(({ status, count }) =>
    status === null ? [] : [{ value: `${status}`, tone: resultTone(status), count, status }],
  )
  if (known.length <= mostSegments) return known
  const tones = new Map<Tone, Segment>()
  for (const { tone, count, status } of known) {
    const value = isResultFailed(status) ? 'failed' : ''
    tones.set(tone, { value, tone, count: count + (tones.get(tone)?.count ?? 0) })
  }
  return [...tones.values()]
}

const Bar = styled('div')(({ theme }) => ({
  display: 'flex',
  flex: 1,
  minWidth: 0,
  gap: 1,
  height: 14,
  borderRadius: 4,
  overflow: 'hidden',
  '& > div': { flexBasis: 0, minWidth: 5, cursor: 'pointer' },
  '& > div[data-on]': { boxShadow: `inset 0 -4px 0 ${(theme.vars ?? theme).palette.text.primary}` },
  // Colours are the content here: forced ones would make it one grey bar.
  forcedColorAdjust: 'none',
}))
