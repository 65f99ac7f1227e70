import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** Least width of the value as CSS has it: for one that comes late, whose place is kept so that nothing moves. */
  readonly room?: string
}

export interface FactsProps {
  readonly facts: readonly Fact[]
  /** Accessible name of the list, when the heading above does not say it. */
  readonly label?: string
}

/** Label and value pairs in one wrapping row, as a description list. */
export function Facts({ facts, label }: FactsProps) {
  return (
    <List aria-label={label}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd style={fact.room === undefined ? undefined : { minWidth: fact.room }}>{fact.value}</dd>
        </div>
      ))}
    </List>
  )
}

const List = styled('dl')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 24px',
  margin: 0,
  '& > div': { display: 'flex', gap: 6, alignItems: 'baseline', minWidth: 0 },
  '& dt': { color: (theme.vars ?? theme).palette.text.secondary, whiteSpace: 'nowrap' },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
}))
