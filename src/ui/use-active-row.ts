import { useEffect, useMemo, useRef, useState } from 'react'

/** Says the same of a row whatever function says it. */
type RowKey<Row> = (row: Row) => string

/** Where the row is that the keys go on from, -1 for none: the same row while others come, go and change places. */
export function useActiveIndex<Row>(rows: readonly Row[], rowKey: RowKey<Row>) {
  const [active, setActive] = useState<{ readonly index: number; readonly key: string } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function says the same keys
  const index = useMemo(() => {
    if (active === null) return -1
    const there = rows[active.index]
    if (there !== undefined && rowKey(there) === active.key) return active.index
    return rows.findIndex((row) => rowKey(row) === active.key)
  }, [rows, active])
  const setIndex = (next: number): void => {
    const row = rows[next]
    if (row !== undefined) setActive({ index: next, key: rowKey(row) })
  }
  return [index, setIndex] as const
}

/** Begins at the row of that key, once, as soon as it is there. */
export function useBeginAt<Row>(
  rows: readonly Row[],
  rowKey: RowKey<Row>,
  key: string | null,
  begin: (index: number) => void,
): void {
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || key === null) return
    const index = rows.findIndex((row) => rowKey(row) === key)
    if (index < 0) return
    begun.current = true
    begin(index)
  })
}
