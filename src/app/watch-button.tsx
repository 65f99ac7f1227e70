import { useEffect, useReducer, useState } from 'react'
import { useMessages } from '#i18n'
import { lazyPart, onKept, PopoverButton, readWatchList } from '#ui'
import { BesideHeader } from './beside-header.tsx'

const WatchPanel = lazyPart(async () => (await import('#pages/watch')).WatchPanel)
const WatchKeeper = lazyPart(async () => (await import('#pages/watch')).WatchKeeper)

/** The watch list, and how many of it still run. Nothing of it is fetched before somebody watches something. */
export function WatchButton() {
  const { app } = useMessages()
  const [, renew] = useReducer((count: number) => count + 1, 0)
  useEffect(() => onKept(renew), [])
  const { entries } = readWatchList()
  const [isUsed, setUsed] = useState(false)
  if (entries.length > 0 && !isUsed) setUsed(true)
  const running = entries.filter(({ finishedAt }) => finishedAt === null).length
  return (
    <>
      <PopoverButton
        label={app.watching(running)}
        face={
          <>
            <Bell />
            {running === 0 ? null : ` ${running}`}
          </>
        }
      >
        {(close) => <WatchPanel onGo={close} />}
      </PopoverButton>
      {isUsed ? (
        <BesideHeader>
          <WatchKeeper />
        </BesideHeader>
      ) : null}
    </>
  )
}

function Bell() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M2.5 12h11L12 9.5v-3a4 4 0 0 0-8 0v3zM6.5 14.3h3" />
    </svg>
  )
}
