import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
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
  const list = useRef<HTMLUListElement>(null)
  const starredHeading = useRef<HTMLHeadingElement>(null)
  const recentsHeading = useRef<HTMLHeadingElement>(null)
  const handleStar = ({ to, title }: Star) => {
    setRefused(!toggleStar({ to, title }))
    setStars(starredPages())
  }
  // What was pressed goes: the keyboard is not to start again from the top of the page.
  const handleUnstar = (star: Star, index: number) => {
    flushSync(() => handleStar(star))
    const left = list.current?.querySelectorAll<HTMLElement>('li > button') ?? []
    const next = left[Math.min(index, left.length - 1)] ?? starredHeading.current
    next?.focus()
  }
  const handleForget = () => {
    forgetVisits()
    flushSync(() => setVisits([]))
    recentsHeading.current?.focus()
  }
  return (
    <Section aria-label={find.recents}>
      <h2 ref={starredHeading} tabIndex={-1}>
        {find.starred}
      </h2>
      {stars.length === 0 ? <p>{find.noStars}</p> : null}
      <PlainList ref={list} aria-label={find.starred} hidden={stars.length === 0}>
        {stars.map((star, index) => (
          <PageItem key={star.to} {...star} starred onStar={() => handleUnstar(star, index)} />
        ))}
      </PlainList>
      {refused ? <p role="alert">{find.notKept}</p> : null}
      <h2 ref={recentsHeading} tabIndex={-1}>
        {find.recents}
      </h2>
      <RecentList visits={visits} onForget={handleForget} onStar={handleStar} />
    </Section>
  )
}
