import { useCallback, useMemo, useState } from 'react'
import type { SlicedWork } from './slices.ts'
import { groupTransfers, linesOfGroups, type TransferItem } from './transfer-groups.ts'
import type { TransferRow } from './transfer-row.ts'
import type { TransferGrouping, TransferSort } from './url.ts'
import { useInSlices } from './use-in-slices.ts'

interface UsedLines {
  readonly items: readonly TransferItem[]
  readonly openGroups: ReadonlySet<string>
  readonly toggle: (groupKey: string) => void
}

const none: readonly TransferItem[] = []

/** The table's lines: the rows themselves, or the heads of their groups with the members of open ones. */
export function useLines(
  rows: readonly TransferRow[],
  grouping: TransferGrouping | '',
  sort: TransferSort | null,
): UsedLines {
  const [openGroups, setOpenGroups] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((key: string) => setOpenGroups((open) => toggled(open, key)), [])
  // The address is read anew with every change of it: the same order is no other question.
  const columnId = sort?.columnId ?? null
  const descending = sort?.descending ?? false
  const grouped = useInSlices(
    useMemo(
      () =>
        function* group(): SlicedWork<readonly TransferItem[]> {
          if (grouping === '') return rows
          const sorted = columnId === null ? null : { columnId, descending }
          return yield* linesOfGroups(yield* groupTransfers(rows, grouping, sorted), openGroups)
        },
      [rows, grouping, columnId, descending, openGroups],
    ),
  )
  // Without groups there is nothing to wait for.
  return { items: grouping === '' ? rows : (grouped.value ?? none), openGroups, toggle }
}

function toggled(open: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(key)) next.add(key)
  return next
}
