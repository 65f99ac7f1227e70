import { useEffect, useState } from 'react'
import { readTicketMark, useApi } from '#api'

/** A reader who comes back from signing in should not have to wait; nobody upstream is asked. */
const lookMs = 3_000

/** By then somebody who signed in at once is back. */
const patienceMs = 30_000

/**
 * Asks everything again as soon as the browser sends another ticket: no message of another tab reaches a frame of
 * another site, whose storage is apart. True once it has sent none at all for a while.
 */
export function useTicketWatch(): boolean {
  const api = useApi()
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    let before: string | null | undefined
    let isOver = false
    const beganAt = Date.now()
    const look = async (): Promise<void> => {
      const mark = document.hidden ? undefined : await readTicketMark(api)
      if (isOver || mark === undefined) return
      if (before !== undefined && mark !== null && mark !== before) api.signIn.retry()
      before = mark
      setMissing(mark === null && Date.now() - beganAt > patienceMs)
    }
    void look()
    const timer = setInterval(() => void look(), lookMs)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [api])
  return isMissing
}
