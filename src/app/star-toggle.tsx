import { styled } from '@mui/material/styles'
import { useReducer } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '#i18n'
import { isStarred, lastingTitle, SmallButton, toggleStar } from '#ui'
import { starAddress } from './page-address.ts'

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
    toggleStar({ to, title: lastingTitle() })
    showAgain()
  }
  return (
    <Toggle
      type="button"
      data-region="star"
      aria-pressed={starred}
      aria-label={label}
      title={label}
      onClick={handleClick}
    >
      {starred ? '★' : '☆'}
    </Toggle>
  )
}

const Toggle = styled(SmallButton)(({ theme }) => ({
  minWidth: 28,
  fontSize: '1rem',
  lineHeight: 1,
  '&[aria-pressed="true"]': { color: (theme.vars ?? theme).palette.tone.odd.text },
}))
