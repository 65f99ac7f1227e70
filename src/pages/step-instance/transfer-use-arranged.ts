import { useMemo, useRef } from 'react'
import type { SlicedWork } from './slices.ts'
import type { FilteredTable } from './transfer-filter.ts'
import { type HeldRows, holdPlaces } from './transfer-hold.ts'
import { arrangeTransfers, type TransferQuestion } from './transfer-order.ts'
import type { TransferRow } from './transfer-row.ts'
import { type SlicedResult, useInSlices } from './use-in-slices.ts'

interface Arranged {
  readonly question: TransferQuestion
  readonly holding: boolean
  readonly rows: readonly TransferRow[]
}

/**
 * The rows a question asks for. While `holding`, new states of the rows leave them where they are until another
 * question is asked: a running distribution must not reorder the list somebody reads.
 *
 * @param news changes when the answer may be another one though question and rows are the same
 */
export function useArranged(
  table: FilteredTable,
  question: TransferQuestion,
  holding: boolean,
  news: unknown,
): SlicedResult<HeldRows> {
  const previous = useRef<Arranged | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news say when to arrange again
  const work = useMemo(
    () =>
      function* arrange(): SlicedWork<HeldRows> {
        const fresh = yield* arrangeTransfers(table, question)
        const before = previous.current
        const holds = holding && before?.holding === true && before.question === question
        const held = holds
          ? yield* holdPlaces(before.rows, table.rows, fresh)
          : { rows: fresh, outOfPlace: 0 }
        previous.current = { question, holding, rows: held.rows }
        return held
      },
    [table, question, holding, news],
  )
  return useInSlices(work)
}
