import { useEffect, useRef, useState } from 'react'
import type { LogView } from '#log'
import { partsPerMark, type RulerOverview } from './ruler-marks.ts'

/** Marks that move more often than this nobody can follow, and each answer costs the worker a walk over the log. */
const askEveryMs = 500

/**
 * Marks of a log, asked for anew when there are other rows, or when `progress` is another number. Never asked for
 * twice at once. Null until the first answer.
 */
export function useOverview(
  view: Pick<LogView, 'overview'>,
  markCount: number,
  rowCount: number,
  progress: number,
): RulerOverview | null {
  const [overview, setOverview] = useState<RulerOverview | null>(null)
  const last = useRef({ askedAt: 0, answer: Promise.resolve() })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and progress are occasions
  useEffect(() => {
    if (markCount === 0) return
    let isCurrent = true
    const ask = async (): Promise<void> => {
      await last.current.answer
      if (!isCurrent) return
      last.current.askedAt = performance.now()
      const parts = rowCount < markCount * partsPerMark ? 1 : partsPerMark
      const answer = view.overview(markCount * parts)
      last.current.answer = answer.then(nothing, nothing)
      const marks = await answer
      if (isCurrent) setOverview({ ...marks, rowCount, markCount })
    }
    const waitMs = Math.max(0, last.current.askedAt + askEveryMs - performance.now())
    const timer = setTimeout(() => ask().catch(nothing), waitMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [view, markCount, rowCount, progress])
  return overview
}

/** A view that was closed answers no more: then the last marks stay until the ruler goes. */
const nothing = (): void => undefined
