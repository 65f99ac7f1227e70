import { useEffect, useState } from 'react'

/** Whether something has gone on for so many ms without a break. */
export function useLasting(goesOn: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!goesOn) return undefined
    const timer = setTimeout(() => setLong(true), ms)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [goesOn, ms])
  return isLong
}
