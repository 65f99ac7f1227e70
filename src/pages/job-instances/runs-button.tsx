import { styled } from '@mui/material/styles'
import type { JobInstance, JobInstanceId } from '#contract'
import { useHistoryMessages } from '#i18n'

export interface RunsButtonProps {
  readonly row: JobInstance
  readonly isOpen: boolean
  readonly onToggle: (id: JobInstanceId | null) => void
}

/** Shows or hides the earlier runs of a row's job. */
export function RunsButton({ row, isOpen, onToggle }: RunsButtonProps) {
  const words = useHistoryMessages()
  const label = words.runsOf(row.name === '' ? row.id : row.name)
  return (
    <Square
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isOpen}
      onClick={() => onToggle(isOpen ? null : row.id)}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">
        <path d="M1 9h3v5H1zM6.5 5h3v9h-3zM12 2h3v12h-3z" />
      </svg>
    </Square>
  )
}

const Square = styled('button')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'grid',
    placeItems: 'center',
    width: 30,
    height: 24,
    padding: 0,
    border: 0,
    borderRadius: 6,
    color: palette.primary.main,
    background: 'none',
    cursor: 'pointer',
    '&:hover': { backgroundColor: palette.action.hover },
    '&[aria-pressed="true"]': { backgroundColor: palette.action.selected },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
  }
})
