import { keyframes, styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'

export interface LoadingProps {
  /** What is awaited, for assistive technology and, after a second, for everybody: "Loading hosts…". */
  readonly label: string
  /** Skeleton lines shown; as many as the content will roughly have. */
  readonly lines?: number
}

const skeletonAfterMs = 300
const wordsAfterMs = 1000
const lineHeight = 26

/** Nothing for 300 ms (a fast answer must not flicker), then a skeleton, after a second also the words. */
export function Loading({ label, lines = 4 }: LoadingProps) {
  const [phase, setPhase] = useState(0)
  useEffect(() => {
    const timers = [
      setTimeout(() => setPhase(1), skeletonAfterMs),
      setTimeout(() => setPhase(2), wordsAfterMs),
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <Box role="status" aria-busy="true" aria-label={label}>
      {phase === 0 ? null : <Skeleton style={{ height: lines * lineHeight }} />}
      {phase === 2 ? <span>{label}</span> : null}
    </Box>
  )
}

const breathe = keyframes({ '50%': { opacity: 0.45 } })

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 10,
  padding: 16,
  minHeight: 48,
  color: (theme.vars ?? theme).palette.text.secondary,
}))

const Skeleton = styled('div')(({ theme }) => ({
  maxWidth: 720,
  backgroundImage: `linear-gradient(${(theme.vars ?? theme).palette.divider} 14px, transparent 14px)`,
  backgroundSize: `100% ${lineHeight}px`,
  '@media (prefers-reduced-motion: no-preference)': { animation: `${breathe} 1.6s ease-in-out infinite` },
}))
