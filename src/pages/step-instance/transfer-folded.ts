import { useMemo } from 'react'
import { maybeEmpty, type TransferTable } from './transfer-table.ts'
import type { StepInstanceView, TransferColumn } from './url.ts'

const none: ReadonlySet<TransferColumn> = new Set()

/**
 * Columns in which nothing stands, unless they are sorted by. Once it is known that nothing will: a column that comes
 * while one reads would push the others aside.
 */
export function useFolded(
  { reported }: Pick<TransferTable, 'reported'>,
  sort: StepInstanceView['sort'],
  isSettled: boolean,
): ReadonlySet<TransferColumn> {
  const sorted = sort?.columnId
  return useMemo(
    () => (isSettled ? new Set(maybeEmpty.filter((id) => !reported.has(id) && sorted !== id)) : none),
    [reported, sorted, isSettled],
  )
}
