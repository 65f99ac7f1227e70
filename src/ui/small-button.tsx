import { styled } from '@mui/material/styles'

/** A small button of a dense tool bar; `data-on` for one that is pressed or has something in force. */
export const SmallButton = styled('button')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    font: 'inherit',
    fontSize: '0.8125rem',
    minHeight: 28,
    padding: '0 7px',
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    border: `1px solid ${palette.divider}`,
    borderRadius: 6,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    '&:hover': { borderColor: palette.text.secondary },
    '&:disabled': { color: palette.text.disabled, cursor: 'default' },
    '&[aria-pressed="true"], &[data-on]': {
      borderColor: palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
      fontWeight: 600,
    },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
