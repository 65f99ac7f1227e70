import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** What is not here: "No host matches this filter". */
  readonly title: string
  /** Why that may be. */
  readonly meaning?: string
  /** What can be done about it: buttons or links. */
  readonly actions?: ReactNode
}

/** Nothing to show, said in words with a next step. Announced, because it often replaces a list. */
export function EmptyState({ title, meaning, actions }: EmptyStateProps) {
  return (
    <Box role="status">
      <h2>{title}</h2>
      {meaning === undefined ? null : <p>{meaning}</p>}
      {actions}
    </Box>
  )
}

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 8,
  padding: '32px 16px',
  textAlign: 'center',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& h2': { margin: 0, font: 'inherit', fontWeight: 700, color: (theme.vars ?? theme).palette.text.primary },
  '& p': { margin: 0, maxWidth: '60ch' },
}))
