import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { ToneIcon, toneColour } from '#ui'

/** One line that says something is odd but not wrong, with what can be done about it. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <Line role="status">
      <ToneIcon tone="odd" />
      {children}
    </Line>
  )
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 8px',
  padding: '4px 10px',
  borderRadius: 8,
  fontSize: '0.8125rem',
  color: toneColour('odd', 'text'),
  backgroundColor: toneColour('odd', 'surface'),
})
