import { useEffect, useState } from 'react'
import { upstreamNow } from '#api'

/**
 * Upstream's clock (epoch ms), moving every second while `ticking`, for durations of what still runs. It stands still in a
 * hidden tab and catches up when the tab is shown again.
 */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(upstreamNow)
  useEffect(() => {
    if (!ticking) return
    const tick = () => {
      if (!document.hidden) setNow(upstreamNow())
    }
    tick()
    const timer = setInterval(tick, 1000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [ticking])
  return now
}
