import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useFindMessages, useFormat } from '#i18n'
import { isStarred, type Visit } from '#ui'
import { PageItem } from './page-item.tsx'
import { PlainList } from './sections.tsx'

export interface RecentListProps {
  readonly visits: readonly Visit[]
  readonly onForget: () => void
  readonly onStar: (visit: Visit) => void
}

/** What was opened in this browser, newest first. */
export function RecentList({ visits, onForget, onStar }: RecentListProps) {
  const find = useFindMessages()
  const format = useFormat()
  if (visits.length === 0) return <p>{find.noRecents}</p>
  return (
    <>
      <PlainList>
        {visits.map((visit) => (
          <PageItem
            key={visit.to}
            to={visit.to}
            title={visit.title}
            starred={isStarred(visit.to)}
            onStar={() => onStar(visit)}
          >
            <When dateTime={new Date(visit.visitedAt).toISOString()} title={format.dateTime(visit.visitedAt)}>
              {format.relative(visit.visitedAt)}
            </When>
          </PageItem>
        ))}
      </PlainList>
      <Button onClick={onForget}>{find.forget}</Button>
    </>
  )
}

const When = styled('time')({ fontSize: '0.8125rem' })
