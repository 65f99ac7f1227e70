import { useEffect, useState } from 'react'

/**
 * The clock (epoch ms), moving every second while `ticking`, for durations of what still runs. It stands still in a
 * hidden tab and catches up when the tab is shown again.
 */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!ticking) return
    const tick = () => {
      if (!document.hidden) setNow(Date.now())
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
