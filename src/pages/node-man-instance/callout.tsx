import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { type Tone, ToneIcon, toneColour } from '#ui'

export interface CalloutProps {
  readonly tone: Tone
  readonly title: string
  /** Its text changes all the time: announcing each change would never end. */
  readonly ticking?: boolean
  readonly children: ReactNode
}

/** Something the reader should know before the details; announced when it appears. */
export function Callout({ tone, title, ticking = false, children }: CalloutProps) {
  return (
    <Box
      role={ticking ? 'note' : 'status'}
      style={{ color: toneColour(tone, 'text'), backgroundColor: toneColour(tone, 'surface') }}
    >
      <ToneIcon tone={tone} size={18} />
      <div>
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
    </Box>
  )
}

const Box = styled('div')({
  display: 'flex',
  gap: 10,
  padding: '10px 14px',
  borderRadius: 8,
  // Seen only where the system forces its colours, and the ground is gone.
  border: '1px solid transparent',
  '& > svg': { marginTop: 2 },
  '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
  '& p': { margin: 0 },
})
