import { useState } from 'react'
import { useFindMessages } from '#i18n'
import { forgetVisits, recentVisits, type Star, starredPages, toggleStar } from '#ui'
import { PageItem } from './page-item.tsx'
import { RecentList } from './recent-list.tsx'
import { PlainList, Section } from './sections.tsx'

/** What this browser keeps: starred pages and those opened lately. */
export function Kept() {
  const find = useFindMessages()
  const [visits, setVisits] = useState(recentVisits)
  const [stars, setStars] = useState(starredPages)
  const [refused, setRefused] = useState(false)
  const handleStar = ({ to, title }: Star) => {
    setRefused(!toggleStar({ to, title }))
    setStars(starredPages())
  }
  const handleForget = () => {
    forgetVisits()
    setVisits([])
  }
  return (
    <Section aria-label={find.recents}>
      <h2>{find.starred}</h2>
      {stars.length === 0 ? <p>{find.noStars}</p> : null}
      <PlainList aria-label={find.starred} hidden={stars.length === 0}>
        {stars.map((star) => (
          <PageItem key={star.to} {...star} starred onStar={() => handleStar(star)} />
        ))}
      </PlainList>
      {refused ? <p role="alert">{find.notKept}</p> : null}
      <h2>{find.recents}</h2>
      <RecentList visits={visits} onForget={handleForget} onStar={handleStar} />
    </Section>
  )
}
