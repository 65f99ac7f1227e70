import { startTransition, useLayoutEffect, useState } from 'react'
import { createNewestWork } from './newest-work.ts'
import type { SlicedWork } from './slices.ts'

/** The newest result there is, and whether it is the one asked for. */
export interface SlicedResult<Result> {
  /** `null` until the first work is done. */
  readonly value: Result | null
  readonly current: boolean
}

/** Does `work` in slices whenever its identity changes; of several that are asked for meanwhile only the newest. */
export function useInSlices<Result>(work: () => SlicedWork<Result>): SlicedResult<Result> {
  const [done, setDone] = useState<{ work: () => SlicedWork<Result>; value: Result } | null>(null)
  const [newest] = useState(() => {
    let isFirst = true
    return createNewestWork<Result>((work, value) => {
      // The first result brings most of the page: in pieces, for a slow processor. Later ones are waited for.
      if (isFirst) startTransition(() => setDone({ work, value }))
      else setDone({ work, value })
      isFirst = false
    })
  })
  useLayoutEffect(() => newest.put(work), [newest, work])
  useLayoutEffect(() => newest.stop, [newest])
  return { value: done?.value ?? null, current: done?.work === work }
}
