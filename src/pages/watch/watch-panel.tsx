import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'react-router'
import { executionState } from '#api'
import { useFormat, useWatchMessages } from '#i18n'
import {
  AppLink,
  changeWatchList,
  lastingTitle,
  mostWatched,
  SmallButton,
  StatusChip,
  type Watched,
} from '#ui'
import { canBeWatched } from './ask-status.ts'
import { executionIds } from './execution-ids.ts'
import { askForNotices, noticePermission } from './system-notice.ts'
import { useWatchList } from './use-watch-list.ts'
import { useWatchedWord } from './use-watched-word.ts'

/** What is watched, how it stands, and whether the system is to say when it has come to its end. */
export function WatchPanel({ onGo }: { readonly onGo: () => void }) {
  const words = useWatchMessages()
  const { entries } = useWatchList()
  return (
    <Column>
      <h2>{words.title}</h2>
      <ThisPage entries={entries} />
      {entries.length === 0 ? <p>{words.none}</p> : null}
      <List hidden={entries.length === 0} aria-label={words.title}>
        {entries.map((entry) => (
          <Entry key={entry.to} entry={entry} onGo={onGo} />
        ))}
      </List>
      <Notices />
      <p>{words.meaning}</p>
    </Column>
  )
}

/** The page that is open, when it is of an execution: of a host of a node-man job, its job is meant. */
function ThisPage({ entries }: { readonly entries: readonly Watched[] }) {
  const words = useWatchMessages()
  const { pathname } = useLocation()
  const queries = useQueryClient()
  if (!canBeWatched(pathname)) return null
  const to = pathname.replace(/^(\/node-man\/jobs\/\d+)\/.*/, '$1').replace(/\/$/, '')
  const isWatched = entries.some((entry) => entry.to === to)
  if (!isWatched && executionState(queries, to)?.finished === true) return <p>{words.isOver}</p>
  const running = entries.filter(({ finishedAt }) => finishedAt === null)
  const isFull = !isWatched && running.length >= mostWatched
  const handleClick = () =>
    changeWatchList(({ entries: before }) => {
      const others = before.filter((entry) => entry.to !== to)
      const entry = { to, title: lastingTitle(), status: null, finishedAt: null }
      return { entries: isWatched ? others : [entry, ...others] }
    })
  return (
    <div>
      <SmallButton type="button" aria-pressed={isWatched} disabled={isFull} onClick={handleClick}>
        {words.watchThis}
      </SmallButton>
      {isFull ? <p>{words.full(mostWatched)}</p> : null}
    </div>
  )
}

function Entry({ entry, onGo }: { readonly entry: Watched; readonly onGo: () => void }) {
  const words = useWatchMessages()
  const ids = executionIds(entry)
  const label = words.stop(ids === '' ? entry.title : words.withIds(entry.title, ids))
  const remove = () =>
    changeWatchList(({ entries }) => ({ entries: entries.filter(({ to }) => to !== entry.to) }))
  return (
    <li>
      <span>
        <AppLink to={entry.to} onClick={onGo}>
          {entry.title}
        </AppLink>
        {ids === '' ? null : <small>{ids}</small>}
        <span>{useStanding(entry)}</span>
      </span>
      <SmallButton type="button" aria-label={label} title={label} onClick={remove}>
        <span aria-hidden="true">✕</span>
      </SmallButton>
    </li>
  )
}

/** How it stands, or stood when it was last found. */
function useStanding({ status, finishedAt }: Watched): ReactNode {
  const words = useWatchMessages()
  const { dateTime } = useFormat()
  const state = useWatchedWord()(status)
  if (state === null) return finishedAt === null ? words.asking : words.lost(dateTime(finishedAt))
  return (
    <>
      <StatusChip tone={state.tone} label={state.word} />
      {finishedAt === null ? null : ` ${words.seenFinished(dateTime(finishedAt))}`}
    </>
  )
}

/** The browser is asked for permission by this click, and never otherwise. */
function Notices() {
  const words = useWatchMessages()
  const { notify } = useWatchList()
  const [permission, setPermission] = useState(noticePermission)
  const isOn = notify && permission === 'granted'
  const change = async (wanted: boolean): Promise<void> => {
    const now = wanted && permission === 'default' ? await askForNotices() : permission
    setPermission(now)
    changeWatchList(() => ({ notify: wanted && now === 'granted' }))
  }
  if (permission === 'none' || permission === 'denied') {
    return <p>{permission === 'none' ? words.noNotices : words.noticesDenied}</p>
  }
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={(event) => void change(event.target.checked)} />{' '}
      {words.notify}
    </label>
  )
}

const Column = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  '& h2': { margin: 0, fontSize: '0.875rem' },
  '& p': { margin: 0, color: (theme.vars ?? theme).palette.text.secondary },
}))

const List = styled('ul')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '&[hidden]': { display: 'none' },
  '& > li': { display: 'flex', gap: 8, justifyContent: 'space-between', alignItems: 'start' },
  '& > li > span': {
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
})
