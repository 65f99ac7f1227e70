import { useMemo, useState } from 'react'
import type { JobInstance } from '#contract'
import { useMessages } from '#i18n'
import { type RowWords, refine } from './refine.ts'
import type { Refinement } from './url.ts'

/**
 * The rows that stay, in the order wanted. Which ones and in what order is decided once for a page of rows and a
 * refinement: what a poll changes is shown in its row, but no row moves or goes away under the reader's eyes.
 */
export function useRefinedRows(
  items: readonly JobInstance[],
  refinement: Refinement,
): readonly JobInstance[] {
  const words = useRowWords()
  const { text, statuses, sort } = refinement
  const key = JSON.stringify([text, statuses, sort, items.map(({ id }) => id)])
  const [held, setHeld] = useState(() => ({ key, ids: refine(items, refinement, words) }))
  if (held.key !== key) setHeld({ key, ids: refine(items, refinement, words) })
  return useMemo(() => {
    const byId = new Map<string, JobInstance>(items.map((item) => [item.id, item]))
    return held.ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
  }, [items, held])
}

function useRowWords(): RowWords {
  const { status } = useMessages()
  return { status: status.runStatusWord, type: status.taskTypeWord, launchMode: status.launchModeWord }
}
