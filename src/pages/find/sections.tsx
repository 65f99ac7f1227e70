import { styled } from '@mui/material/styles'

/** A box with a heading. */
export const Section = styled('section')(({ theme }) => ({
  minWidth: 0,
  padding: '12px 16px 16px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  '& h2': { ...theme.typography.h2, margin: '0 0 8px' },
  '& * + h2': { marginTop: 16 },
  '& p': { margin: '6px 0', color: (theme.vars ?? theme).palette.text.secondary },
}))

/** A list of links without bullets. */
export const PlainList = styled('ul')({
  listStyle: 'none',
  margin: '8px 0 0',
  padding: 0,
  '& > li': { padding: '3px 0', overflowWrap: 'anywhere' },
})

/** Two columns where there is room. */
export const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
  gap: 12,
  alignItems: 'start',
})

/** Labelled fields and their button on one line, wrapping where it is narrow. */
export const FieldRow = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: '8px 12px',
  '& > button': { minHeight: 32 },
})

/** What one choice needs before it can be opened. */
export const Needs = styled('div')({ display: 'grid', justifyItems: 'start', gap: 10, '& p': { margin: 0 } })
