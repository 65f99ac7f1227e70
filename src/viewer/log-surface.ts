import { styled } from '@mui/material/styles'
import { monospace } from '#ui'
import { darkColors, type LogColors, lightColors } from './log-colors.ts'
import { rowPx } from './scroll-window.ts'

/**
 * The reader's frame and, for all rows at once, their look: one style rule set instead of one per row, so a row
 * costs React two elements and no style computation.
 */
export const LogSurface = styled('div')(({ theme }) => ({
  ...variables(lightColors),
  ...theme.applyStyles('dark', variables(darkColors)),
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  height: '100%',
  color: 'var(--log-text)',
  backgroundColor: 'var(--log-surface)',

  '& .log-scroller': {
    position: 'relative',
    flex: '1 1 0',
    minHeight: 0,
    overflow: 'auto',
    // Rows are placed by us: the browser's own anchoring would move the view a second time.
    overflowAnchor: 'none',
    fontFamily: monospace,
    fontSize: 12.5,
    lineHeight: `${rowPx}px`,
    whiteSpace: 'pre',
    tabSize: 8,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: -2 },
  },
  '& .log-line': { display: 'flex', width: 'max-content', minWidth: '100%' },
  '& .log-line.selected': { backgroundColor: 'var(--log-selected)' },
  '& .log-line.in-whole': { backgroundColor: 'Highlight', color: 'HighlightText' },
  '& .log-number': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    flex: 'none',
    width: 'calc(var(--log-digits) * 1ch + 20px)',
    padding: '0 10px',
    border: 0,
    font: 'inherit',
    textAlign: 'right',
    textDecoration: 'none',
    color: 'var(--log-muted)',
    backgroundColor: 'var(--log-surface)',
    userSelect: 'none',
    cursor: 'pointer',
    '&:hover': { color: 'var(--log-text)', textDecoration: 'underline' },
  },
  '& .selected > .log-number': { color: 'var(--log-text)', backgroundColor: 'var(--log-selected)' },
  '& .log-text': { flex: 'none', paddingRight: 16, unicodeBidi: 'plaintext' },
  '& .log-text a': { color: 'var(--log-link)' },
  '& .log-mark': {
    padding: '0 3px',
    margin: '0 1px',
    borderRadius: 3,
    fontSize: '0.85em',
    color: 'var(--log-muted)',
    backgroundColor: 'transparent',
    boxShadow: 'inset 0 0 0 1px var(--log-muted)',
  },
  '& .log-rest': {
    position: 'sticky',
    right: 8,
    flex: 'none',
    height: rowPx,
    padding: '0 8px',
    border: 0,
    borderRadius: 3,
    font: 'inherit',
    color: 'var(--log-surface)',
    backgroundColor: 'var(--log-link)',
    cursor: 'pointer',
    userSelect: 'none',
  },
  '& .log-words': { padding: 24, whiteSpace: 'normal', color: 'var(--log-muted)', fontFamily: 'inherit' },
  '& .log-pill': { position: 'absolute', bottom: 20, left: '50%', transform: 'translateX(-50%)', zIndex: 2 },
}))

function variables(colors: LogColors): Record<string, string> {
  const sixteen = colors.sixteen.map((color, index) => [`--log-color-${index}`, color] as const)
  return {
    '--log-surface': colors.surface,
    '--log-selected': colors.selected,
    '--log-text': colors.text,
    '--log-muted': colors.muted,
    '--log-link': colors.link,
    ...Object.fromEntries(sixteen),
  }
}
