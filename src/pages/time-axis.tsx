import { styled } from '@mui/material/styles'
import type { RefObject } from 'react'
import { useFormat, useMessages } from '#i18n'
import { type AxisTicks, dayMs } from './axis-ticks.ts'
import { panShare, zoomFactor } from './time-keys.ts'
import type { UsedTimeWindow } from './use-time-window.ts'

/** From when to when, in which zone, and the buttons that look closer. */
export function AxisHead({ time }: { readonly time: UsedTimeWindow }) {
  const { timeline: words } = useMessages()
  const { dateTime, duration } = useFormat()
  const { from, to } = time.shown
  const length = duration(to - from)
  const between = words.between(...sameSaidOnce(dateTime(from), dateTime(to)))
  return (
    <Head>
      <span>{time.isWhole ? words.whole(between, length) : words.part(between, length)}</span>
      <fieldset aria-label={words.zoom}>
        <AxisButton name={words.earlier} sign="‹" off={time.isWhole} act={() => time.pan(-panShare)} />
        <AxisButton name={words.zoomOut} sign="−" off={time.isWhole} act={() => time.zoom(1 / zoomFactor)} />
        <AxisButton
          name={words.zoomWhole}
          sign={words.zoomWholeShort}
          off={time.isWhole}
          act={time.showWhole}
        />
        <AxisButton name={words.zoomIn} sign="+" off={false} act={() => time.zoom(zoomFactor)} />
        <AxisButton name={words.later} sign="›" off={time.isWhole} act={() => time.pan(panShare)} />
      </fieldset>
    </Head>
  )
}

/** Two times as `dateTime` writes them, day first and zone last: what both share is said once. */
function sameSaidOnce(from: string, to: string): readonly [string, string] {
  const [day = '', , fromZone = ''] = from.split(' ')
  const [toDay, toTime = '', toZone] = to.split(' ')
  const zoneless = fromZone !== '' && fromZone === toZone ? from.slice(0, -fromZone.length - 1) : from
  return [zoneless, day === toDay ? to.slice(to.indexOf(toTime)) : to]
}

interface AxisButtonProps {
  readonly name: string
  readonly sign: string
  readonly off: boolean
  readonly act: () => void
}

/** Not `disabled` when it does nothing: the keyboard focus on it would be lost with the press that brought it there. */
function AxisButton({ name, sign, off, act }: AxisButtonProps) {
  return (
    <button type="button" aria-label={name} title={name} aria-disabled={off} onClick={off ? undefined : act}>
      {sign}
    </button>
  )
}

/** Room the longest mark needs. */
const markPx = 58

export interface AxisMarksProps extends AxisTicks {
  readonly widthPx: number
  readonly axisRef: RefObject<HTMLDivElement | null>
}

/** The marks above the tracks. What they say is in the text of every step too, so ears are spared. */
export function AxisMarks({ axisRef, widthPx, ticks, stepMs }: AxisMarksProps) {
  const { dateTime, time } = useFormat()
  // Every mark says what its distance leaves open: seconds only below a minute, the day only beyond one.
  const write = (at: number) => {
    if (stepMs >= dayMs) return dateTime(at).slice(5, 10)
    return stepMs >= 60_000 ? time(at).slice(0, 5) : time(at)
  }
  return (
    <Marks ref={axisRef} aria-hidden="true">
      {ticks.map(({ at, share }) => (
        <span key={at} style={{ insetInlineStart: `${share * 100}%` }}>
          {(1 - share) * widthPx < markPx ? null : write(at)}
        </span>
      ))}
    </Marks>
  )
}

const Head = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '2px 12px',
    minHeight: 28,
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
    color: palette.text.secondary,
    // One line on a phone, also when the time it tells has grown by a digit.
    '@media (max-width: 600px)': { fontSize: '0.75rem' },
    '& fieldset': { display: 'inline-flex', gap: 2, margin: 0, padding: 0, border: 0 },
    '& button': {
      minWidth: 28,
      height: 26,
      padding: '0 7px',
      font: 'inherit',
      color: palette.text.primary,
      background: 'none',
      border: `1px solid ${palette.divider}`,
      borderRadius: 6,
      cursor: 'pointer',
    },
    '& button:hover': { backgroundColor: palette.action.hover },
    '& button[aria-disabled="true"]': { color: palette.text.secondary, cursor: 'default' },
    '& button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})

const Marks = styled('div')(({ theme }) => ({
  position: 'relative',
  height: 18,
  overflow: 'hidden',
  fontSize: '0.75rem',
  lineHeight: '18px',
  fontVariantNumeric: 'tabular-nums',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > span': {
    position: 'absolute',
    paddingInlineStart: 3,
    borderInlineStart: `1px solid ${(theme.vars ?? theme).palette.divider}`,
    whiteSpace: 'nowrap',
  },
}))
