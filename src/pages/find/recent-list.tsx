import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useFindMessages } from '#i18n'
import { isStarred, type Visit } from '#ui'
import { RelativeTime } from '../relative-time.tsx'
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
            <When>
              <RelativeTime at={visit.visitedAt} now={Date.now()} />
            </When>
          </PageItem>
        ))}
      </PlainList>
      <Button onClick={onForget}>{find.forget}</Button>
    </>
  )
}

const When = styled('span')({ fontSize: '0.8125rem' })
