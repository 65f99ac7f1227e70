import { styled } from '@mui/material/styles'
import { type Tone, toneBar, toneColour } from '#ui'
import type { AxisTick } from './axis-ticks.ts'
import { type BarPlace, placeIn, type TimeRow } from './time-bars.ts'
import { wideTime } from './time-room.ts'
import type { TimeWindow } from './time-window.ts'

export interface TimeTrackProps {
  readonly row: TimeRow
  readonly shown: TimeWindow
  readonly ticks: readonly AxisTick[]
  readonly tone: Tone
  /** Its end moves. */
  readonly running: boolean
  /** What stands where there is no bar; `null`: nothing is missing, it has not begun. */
  readonly absent: string | null
}

/** One step on the common axis: its bar, the time before it in which nothing ran, the marks of the axis. */
export function TimeTrack({ row, shown, ticks, tone, running, absent }: TimeTrackProps) {
  return (
    <Track data-track={row.span === null && absent === null ? 'empty' : ''} aria-hidden="true">
      {ticks.map(({ at, share }) => (
        <i key={at} style={{ insetInlineStart: `${share * 100}%` }} />
      ))}
      {row.gap === null ? null : <Gap place={placeIn(row.gap, shown)} />}
      {row.span === null ? (
        absent === null ? null : (
          <em>{absent}</em>
        )
      ) : (
        <Bar place={placeIn(row.span, shown)} tone={tone} running={running} />
      )}
    </Track>
  )
}

interface BarProps {
  readonly place: BarPlace
  readonly tone: Tone
  readonly running: boolean
}

function Bar({ place, tone, running }: BarProps) {
  if ('outside' in place) {
    const before = place.outside === 'before'
    return (
      <b style={{ color: toneColour(tone, 'mark'), ...(before ? { left: 0 } : { right: 0 }) }}>
        {before ? '◂' : '▸'}
      </b>
    )
  }
  return <span data-bar={running ? 'running' : ''} style={{ ...boxOf(place), ...toneBar(tone) }} />
}

function Gap({ place }: { readonly place: BarPlace }) {
  return 'outside' in place ? null : <s style={boxOf(place)} />
}

function boxOf({ start, length }: Exclude<BarPlace, { readonly outside: unknown }>) {
  return { insetInlineStart: `${start * 100}%`, width: `${length * 100}%` }
}

const Track = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'relative',
    alignSelf: 'stretch',
    minHeight: 22,
    overflow: 'hidden',
    touchAction: 'pan-y',
    userSelect: 'none',
    '& > *': { position: 'absolute', top: '50%', transform: 'translateY(-50%)' },
    // Stacked below its name, an empty track says nothing.
    '&[data-track="empty"]': { display: 'none', [wideTime]: { display: 'block' } },
    '& > i': { top: 0, bottom: 0, width: 1, transform: 'none', backgroundColor: palette.divider },
    '& > [data-bar]': { height: 14, minWidth: 4, borderRadius: 3 },
    // Open at its end: it is not over.
    '& > [data-bar="running"]': { borderStartEndRadius: 0, borderEndEndRadius: 0, opacity: 0.85 },
    '& > s': { height: 0, borderTop: `2px dotted ${palette.text.secondary}` },
    '& > b': { fontSize: '0.75rem', lineHeight: 1 },
    '& > em': {
      fontStyle: 'normal',
      fontSize: '0.75rem',
      color: palette.text.secondary,
      paddingInlineStart: 4,
    },
  }
})
