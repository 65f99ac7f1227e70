import { useLayoutEffect, useRef, useState } from 'react'
import { runInSlices, type SlicedWork } from './slices.ts'

/** The newest result there is, and whether it is the one asked for. */
export interface SlicedResult<Result> {
  /** `null` until the first work is done. */
  readonly value: Result | null
  readonly current: boolean
}

interface Running<Result> {
  readonly newest: { work: () => SlicedWork<Result> }
  stop: (() => void) | null
}

/**
 * Does `work` in slices whenever its identity changes. Work under way is finished first, and of what was asked
 * meanwhile only the newest is done: rows that come in faster than they are sorted still reach the page.
 */
export function useInSlices<Result>(work: () => SlicedWork<Result>): SlicedResult<Result> {
  const [done, setDone] = useState<{ work: () => SlicedWork<Result>; value: Result } | null>(null)
  const running = useRef<Running<Result> | null>(null)
  useLayoutEffect(() => {
    if (running.current !== null) {
      running.current.newest.work = work
      return
    }
    const start = () => {
      const mine: Running<Result> = { newest: { work }, stop: null }
      running.current = mine
      const next = () => {
        const doing = mine.newest.work
        const stop = runInSlices(doing(), (value) => {
          setDone({ work: doing, value })
          if (mine.newest.work === doing) running.current = null
          else next()
        })
        mine.stop = stop
      }
      next()
    }
    start()
  }, [work])
  useLayoutEffect(
    () => () => {
      running.current?.stop?.()
      running.current = null
    },
    [],
  )
  return { value: done?.value ?? null, current: done?.work === work }
}
