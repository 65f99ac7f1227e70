import { styled } from '@mui/material/styles'
import { type Tone, ToneIcon, toneColour } from '#ui'

/** One way to filter: its value in the query, its tone and its words, count included. */
export interface FilterChip {
  readonly value: string
  readonly tone: Tone | null
  readonly label: string
}

interface FilterChipsProps {
  /** Accessible name of the group. */
  readonly label: string
  readonly chips: readonly FilterChip[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A row of buttons of which one is pressed; pressing it again goes back to the first, "all". */
export function FilterChips({ label, chips, value, onChange }: FilterChipsProps) {
  return (
    <Row role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={chip.value === value}
          data-tone={chip.tone}
          onClick={() => onChange(chip.value === value ? '' : chip.value)}
        >
          {chip.tone === null ? null : <ToneIcon tone={chip.tone} size={12} />}
          {chip.label}
        </button>
      ))}
    </Row>
  )
}

const Row = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 4,
    // Thirty kinds of failure must not push the hosts themselves off the page.
    minWidth: 0,
    minHeight: 30,
    maxHeight: 142,
    overflowY: 'auto',
    // Room for the outline of a focused one, which scrolling would cut off.
    padding: 3,
    margin: -3,
    '& > button': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 24,
      padding: '0 8px',
      font: 'inherit',
      fontSize: '0.75rem',
      color: palette.text.primary,
      border: `1px solid ${palette.divider}`,
      borderRadius: 999,
      backgroundColor: palette.background.paper,
      cursor: 'pointer',
    },
    '& > button:hover': { borderColor: palette.text.secondary },
    '& > button[aria-pressed="true"]': {
      borderColor: palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
      fontWeight: 600,
    },
    '& > button[data-tone="bad"]': { color: toneColour('bad', 'text') },
    '& > button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
