import { createContext, type RefObject, useEffect, useState } from 'react'
import { useLasting } from '../use-lasting.ts'

/** Whoever waits longer than this for a log is to have everything else meanwhile. */
const withinMs = 1000

/** What comes later is there from the first log on: on the next page nothing is saved by waiting. */
let wasRead = false

/** For what else is in the pane. */
export const ReadContext = createContext(true)

/**
 * Whether what is read first stands in a pane: a log's first lines, or the words for why there are none. What else the
 * page fetches waits for that, though not for long.
 */
export function useIsRead(pane: RefObject<HTMLElement | null>): boolean {
  const [isRead, setRead] = useState(wasRead)
  const isLong = useLasting(!isRead, withinMs)
  useEffect(() => {
    const element = pane.current
    if (isRead || element === null) return undefined
    const look = () => {
      if (!isReadable(element)) return
      wasRead = true
      setRead(true)
    }
    const observer = new MutationObserver(look)
    observer.observe(element, { childList: true, subtree: true })
    look()
    return () => observer.disconnect()
  }, [pane, isRead])
  return isRead || isLong
}

function isReadable(pane: HTMLElement): boolean {
  return (
    pane.querySelector('[role="log"] [data-row]') !== null ||
    pane.querySelector('[role="log"], [aria-busy="true"]') === null
  )
}
