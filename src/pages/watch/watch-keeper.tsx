import { styled } from '@mui/material/styles'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '#api'
import { useMessages, useWatchMessages } from '#i18n'
import { AppLink, readWatchList, SmallButton, StatusChip, type Watched } from '#ui'
import { useShareUrl } from '../use-share-url.ts'
import { executionIds } from './execution-ids.ts'
import { pollWatched } from './poll-watched.ts'
import { showNotice } from './system-notice.ts'
import { useWatchList } from './use-watch-list.ts'
import { useWatchedWord } from './use-watched-word.ts'

/** Asks about what is watched, and says on whichever page is open when something has come to its end. */
export function WatchKeeper() {
  const words = useWatchMessages()
  const { common } = useMessages()
  const wordOf = useWatchedWord()
  const [told, setTold] = useNewlyFinished()
  usePolling()
  const state = told === null ? null : wordOf(told.status)
  return (
    <div role="status">
      {told === null ? null : (
        <Toast>
          <strong>{told.status === null ? words.lostOne : words.ended}</strong>
          {state === null ? null : <StatusChip tone={state.tone} label={state.word} />}
          <AppLink to={told.to} onClick={() => setTold(null)}>
            {told.title}
          </AppLink>
          <small>{executionIds(told)}</small>
          <SmallButton type="button" onClick={() => setTold(null)}>
            {common.close}
          </SmallButton>
        </Toast>
      )}
    </div>
  )
}

/** One tab of all asks; that one shows the notification of the system, if it is wanted. */
function usePolling(): void {
  const api = useApi()
  const words = useWatchMessages()
  const wordOf = useWatchedWord()
  const urlOf = useShareUrl()
  const tell = (finished: Watched): void => {
    if (!readWatchList().notify) return
    const { status, to } = finished
    const ids = executionIds(finished)
    const title = ids === '' ? finished.title : words.withIds(finished.title, ids)
    const state = wordOf(status)
    const what = state === null ? words.lostOne : words.ended
    showNotice({
      title: what,
      text: state === null ? title : words.endedAs(state.word, title),
      url: urlOf(to),
    })
  }
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    const stop = new AbortController()
    void pollWatched({ api, onFinish: (one) => latest.current(one), signal: stop.signal })
    return () => stop.abort()
  }, [api])
}

/** The one that finished last since this page was opened, by whichever tab that was found. */
function useNewlyFinished(): readonly [Watched | null, (told: null) => void] {
  const { entries } = useWatchList()
  const [told, setTold] = useState<Watched | null>(null)
  const before = useRef(entries)
  useEffect(() => {
    const wasRunning = new Set(before.current.filter((one) => one.finishedAt === null).map(({ to }) => to))
    before.current = entries
    const finished = entries.find(({ to, finishedAt }) => finishedAt !== null && wasRunning.has(to))
    if (finished !== undefined) setTold(finished)
  }, [entries])
  return [told, setTold]
}

const Toast = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'fixed',
    insetInlineEnd: 12,
    bottom: 12,
    zIndex: theme.zIndex.snackbar,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    maxWidth: 'min(420px, calc(100vw - 24px))',
    boxSizing: 'border-box',
    padding: '8px 12px',
    overflowWrap: 'anywhere',
    backgroundColor: palette.background.paper,
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    boxShadow: '0 6px 24px rgb(0 0 0 / 25%)',
    '& > strong': { flexBasis: '100%' },
    '& > a': { flex: '1 1 160px' },
  }
})
