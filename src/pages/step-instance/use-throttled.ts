import { useEffect, useRef, useState } from 'react'

/** The value, renewed at most every `everyMs`; with 0 it is always the newest. */
export function useThrottled<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value)
  const shownAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (shown === value) return
    const waitMs = Math.max(0, shownAt.current + everyMs - performance.now())
    const timer = setTimeout(() => {
      shownAt.current = performance.now()
      setShown(value)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [value, shown, everyMs])
  return everyMs === 0 ? value : shown
}
