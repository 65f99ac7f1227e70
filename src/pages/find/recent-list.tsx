import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useFormat, useMessages } from '#i18n'
import { AppLink, type Visit } from '#ui'
import { PlainList } from './sections.tsx'

export interface RecentListProps {
  readonly visits: readonly Visit[]
  readonly onForget: () => void
}

/** What was opened in this browser, newest first. */
export function RecentList({ visits, onForget }: RecentListProps) {
  const { find } = useMessages()
  const format = useFormat()
  if (visits.length === 0) return <p>{find.noRecents}</p>
  return (
    <>
      <PlainList>
        {visits.map(({ to, title, visitedAt }) => (
          <li key={to}>
            <AppLink to={to}>{title === '' ? to : title}</AppLink>{' '}
            <When dateTime={new Date(visitedAt).toISOString()} title={format.dateTime(visitedAt)}>
              {format.relative(visitedAt)}
            </When>
          </li>
        ))}
      </PlainList>
      <Button onClick={onForget}>{find.forget}</Button>
    </>
  )
}

const When = styled('time')(({ theme }) => ({
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
