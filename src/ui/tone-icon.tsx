import { keyframes, styled } from '@mui/material/styles'
import { type Tone, toneColour } from './tone.ts'

export interface ToneIconProps {
  readonly tone: Tone
  /** Edge in px. */
  readonly size?: number
}

/** The shape of a tone: tick, cross, turning ring, hollow dot, question mark. Decorative: a word stands beside it. */
export function ToneIcon({ tone, size = 14 }: ToneIconProps) {
  return (
    <Icon
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      data-tone={tone}
      color={toneColour(tone, 'mark')}
    >
      {shapes[tone]}
    </Icon>
  )
}

const shapes = {
  good: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3l2.2 2.2 4.2-4.6" className="ink" />
    </>
  ),
  bad: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" className="ink" />
    </>
  ),
  busy: <path d="M8 2a6 6 0 1 1-6 6" className="line" />,
  idle: <circle cx="8" cy="8" r="5.6" className="line" />,
  odd: (
    <>
      <path d="M8 1.2l7.2 12.9H.8z" fill="currentColor" />
      <path d="M8 6v4M8 11.8v.3" className="ink" />
    </>
  ),
}

const turn = keyframes({ to: { transform: 'rotate(360deg)' } })

const Icon = styled('svg')(({ theme }) => ({
  flex: 'none',
  '& .ink': {
    fill: 'none',
    stroke: (theme.vars ?? theme).palette.background.paper,
    strokeWidth: 1.8,
    strokeLinecap: 'round',
  },
  '& .line': { fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round' },
  '@media (prefers-reduced-motion: no-preference)': {
    '&[data-tone="busy"]': { animation: `${turn} 1.2s linear infinite` },
  },
}))
