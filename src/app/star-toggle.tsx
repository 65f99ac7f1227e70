import { styled } from '@mui/material/styles'
import { useReducer } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '#i18n'
import { isStarred, toggleStar } from '#ui'
import { pageTitle, starAddress } from './page-address.ts'

/** Stars the execution or list being looked at, to be found on the start page. */
export function StarToggle() {
  const { app } = useMessages()
  const { pathname, search } = useLocation()
  const [, showAgain] = useReducer((count: number) => count + 1, 0)
  const to = starAddress(pathname, search)
  if (to === null) return null
  const starred = isStarred(to)
  const label = starred ? app.unstar : app.star
  const handleClick = () => {
    toggleStar({ to, title: pageTitle() })
    showAgain()
  }
  return (
    <Toggle type="button" aria-pressed={starred} aria-label={label} title={label} onClick={handleClick}>
      {starred ? '★' : '☆'}
    </Toggle>
  )
}

const Toggle = styled('button')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    width: 30,
    height: 30,
    padding: 0,
    border: 0,
    borderRadius: 6,
    background: 'none',
    font: 'inherit',
    fontSize: '1.125rem',
    lineHeight: 1,
    color: palette.text.secondary,
    cursor: 'pointer',
    '&[aria-pressed="true"]': { color: palette.tone.odd.mark },
    '&:hover': { backgroundColor: palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
  }
})
