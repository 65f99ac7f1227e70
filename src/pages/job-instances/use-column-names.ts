import { useMemo } from 'react'
import { useHistoryMessages, useMessages } from '#i18n'
import type { ColumnId } from './column-ids.ts'

/** What heads each column, and names it where columns are chosen. */
export function useColumnNames(): Readonly<Record<ColumnId, string>> {
  const words = useHistoryMessages()
  const { common } = useMessages()
  return useMemo(
    () => ({
      id: common.id,
      name: common.name,
      type: common.type,
      launchMode: words.launchMode,
      operator: common.operator,
      status: common.status,
      created: words.created,
      started: common.started,
      ended: common.finished,
      duration: common.duration,
      runs: words.runs,
    }),
    [words, common],
  )
}
