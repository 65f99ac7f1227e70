import { useCallback, useEffect, useRef, useState } from 'react'
import { readTicketMark, useApi } from '#api'

/** A reader who comes back from signing in should not have to wait; nobody upstream is asked. */
const lookMs = 3_000

/** By then somebody who signed in at once is back. */
const patienceMs = 30_000

interface TicketWatch {
  readonly isMissing: boolean
  readonly lookNow: () => void
}

/**
 * Asks everything again as soon as the browser sends another ticket: no message of another tab reaches a frame of
 * another site, whose storage is apart. `isMissing` once it has sent none at all for a while, or none although the reader
 * says so with `lookNow`.
 */
export function useTicketWatch(): TicketWatch {
  const api = useApi()
  const [isMissing, setMissing] = useState(false)
  const isTold = useRef(false)
  useEffect(() => {
    let before: string | null | undefined
    let isOver = false
    const beganAt = Date.now()
    const look = async (): Promise<void> => {
      const mark = document.hidden ? undefined : await readTicketMark(api)
      if (isOver || mark === undefined) return
      if (before !== undefined && mark !== null && mark !== before) api.signIn.retry()
      before = mark
      setMissing(mark === null && (isTold.current || Date.now() - beganAt > patienceMs))
    }
    void look()
    const timer = setInterval(() => void look(), lookMs)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [api])
  const lookNow = useCallback(() => {
    isTold.current = true
    void readTicketMark(api).then((mark) => setMissing(mark === null))
  }, [api])
  return { isMissing, lookNow }
}
