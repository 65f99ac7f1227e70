import { useEffect, useState } from 'react'
import { onKept, readWatchList, type WatchList } from '#ui'

/** The list as it is kept, by this tab or another. */
export function useWatchList(): WatchList {
  const [list, setList] = useState(readWatchList)
  useEffect(() => onKept(() => setList((before) => newer(before, readWatchList()))), [])
  return list
}

function newer(before: WatchList, now: WatchList): WatchList {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
