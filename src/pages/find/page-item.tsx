import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useFindMessages } from '#i18n'
import { AppLink } from '#ui'
import { useScopeWords } from '../scope-name.ts'
import { scopeOfPath } from './recent-scopes.ts'

export interface PageItemProps {
  readonly to: string
  readonly title: string
  readonly starred: boolean
  readonly onStar: () => void
  /** What else there is to say, behind the scope. */
  readonly children?: ReactNode
}

/** A page of this browser's lists: its star, its title, and the scope by its name where it has one. */
export function PageItem({ to, title, starred, onStar, children }: PageItemProps) {
  const find = useFindMessages()
  const sayScope = useScopeWords()
  const scope = scopeOfPath(to)
  const shown = title === '' ? to : title
  const label = starred ? find.unstar(shown) : find.star(shown)
  return (
    <Item>
      <button type="button" aria-pressed={starred} aria-label={label} title={label} onClick={onStar}>
        {starred ? '★' : '☆'}
      </button>
      <div>
        <AppLink to={to}>{shown}</AppLink>
        <small>
          {scope === null ? null : <span>{sayScope(scope)}</span>}
          {children}
        </small>
      </div>
    </Item>
  )
}

const Item = styled('li')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    alignItems: 'flex-start',
    gap: 4,
    '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
    '& small': { display: 'flex', flexWrap: 'wrap', gap: '0 12px', color: palette.text.secondary },
    '& > button': {
      flex: 'none',
      width: 28,
      height: 28,
      margin: '-3px 0',
      padding: 0,
      border: 0,
      borderRadius: 6,
      background: 'none',
      fontSize: '1.0625rem',
      color: palette.text.secondary,
      cursor: 'pointer',
    },
    '& > button[aria-pressed="true"]': { color: palette.tone.odd.mark },
    '& > button:hover': { backgroundColor: palette.action.hover },
    '& > button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
  }
})
