import { useEffect, useState } from 'react'

const secondMs = 1000

/** Full seconds since `beganAt` (`performance.now()`), in ms, renewed every second. */
export function useElapsedMs(beganAt: number): number {
  const [, setTicks] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), secondMs)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((performance.now() - beganAt) / secondMs) * secondMs)
}
