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
    <Box>
      <div aria-busy="true">{phase === 0 ? null : <Skeleton style={{ height: lines * lineHeight }} />}</div>
      <Words role={slow === undefined ? 'status' : undefined}>
        {phase < 2 ? null : slow === undefined ? <span>{label}</span> : slow(beganAt)}
      </Words>
    </Box>
  )
}

const breathe = keyframes({ '50%': { opacity: 0.45 } })

const Box = styled('div')(({ theme }) => ({
  position: 'relative',
  padding: 16,
  minHeight: 48,
  boxSizing: 'border-box',
  color: (theme.vars ?? theme).palette.text.secondary,
}))

/** In place of the first lines, whole ones. */
const Words = styled('div')(({ theme }) => ({
  position: 'absolute',
  insetInline: 0,
  top: 0,
  display: 'flex',
  '& > *': {
    flex: 1,
    minHeight: 42,
    boxSizing: 'border-box',
    padding: '5px 16px 4px',
    lineHeight: '32px',
    backgroundColor: (theme.vars ?? theme).palette.background.default,
  },
}))

const Skeleton = styled('div')(({ theme }) => ({
  maxWidth: 720,
  backgroundImage: `linear-gradient(${(theme.vars ?? theme).palette.divider} 14px, transparent 14px)`,
  backgroundSize: `100% ${lineHeight}px`,
  '@media (prefers-reduced-motion: no-preference)': { animation: `${breathe} 1.6s ease-in-out infinite` },
}))
