import { keyframes, styled } from '@mui/material/styles'
import { type ReactNode, useEffect, useState } from 'react'

export interface LoadingProps {
  /** What is awaited, said after a second: "Loading hosts…". */
  readonly label: string
  /** Skeleton lines shown; as many as the content will roughly have. */
  readonly lines?: number | undefined
  /** Stands there after a second instead of the label. Told when the wait began, by `performance.now()`. */
  readonly slow?: (beganAt: number) => ReactNode
}

const skeletonAfterMs = 300
const wordsAfterMs = 1000
const lineHeight = 26
const padding = 16

/** Nothing for 300 ms (a fast answer must not flicker), then a skeleton, after a second words over it, which move nothing. */
export function Loading({ label, lines = 4, slow }: LoadingProps) {
  const [phase, setPhase] = useState(0)
  const [beganAt] = useState(() => performance.now())
  useEffect(() => {
    const timers = [
      setTimeout(() => setPhase(1), skeletonAfterMs),
      setTimeout(() => setPhase(2), wordsAfterMs),
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  // Beside what is busy, not in it: of a busy part nothing is announced.
  return (
    <Box style={phase === 0 ? undefined : { minHeight: lines * lineHeight + 2 * padding }}>
      <Skeleton aria-busy="true" hidden={phase === 0} />
      <Words role={slow === undefined ? 'status' : undefined}>
        {phase < 2 ? null : slow === undefined ? <span>{label}</span> : slow(beganAt)}
      </Words>
    </Box>
  )
}

const breathe = keyframes({ '50%': { opacity: 0.45 } })

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  padding,
  minHeight: 48,
  boxSizing: 'border-box',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

/** In place of the first line, with the ground of wherever it stands. */
const Words = styled('div')({
  display: 'flex',
  order: -1,
  '& > *': {
    flex: 1,
    minHeight: 42,
    boxSizing: 'border-box',
    margin: `-${padding}px -${padding}px 0`,
    padding: `5px ${padding}px 4px`,
    lineHeight: '32px',
  },
})

const Skeleton = styled('div')(({ theme }) => ({
  flex: '1 1 0',
  maxWidth: 720,
  backgroundImage: `linear-gradient(${(theme.vars ?? theme).palette.divider} 14px, transparent 14px)`,
  backgroundSize: `100% ${lineHeight}px`,
  // Lines stay where they are when words take the place of the first one.
  backgroundPosition: 'left bottom',
  '@media (prefers-reduced-motion: no-preference)': { animation: `${breathe} 1.6s ease-in-out infinite` },
}))
