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

/** How a list begins at one of its rows. */
interface Beginning<Row> {
  readonly rows: readonly Row[]
  readonly rowKey: RowKey<Row>
  /** Of the row to begin at; `null` while that cannot be. */
  readonly key: string | null
  readonly begin: (index: number) => void
  /** `null` while the row is not in the page. */
  readonly elementOf: (index: number) => Element | null
}

/** Begins at a row, once, as soon as it is there, and brings it into view when the page is what scrolls. */
export function useBeginAt<Row>({ rows, rowKey, key, begin, elementOf }: Beginning<Row>): void {
  const stage = useRef<'waiting' | 'begun' | 'shown'>('waiting')
  useEffect(() => {
    if (stage.current === 'shown' || key === null) return
    const index = rows.findIndex((row) => rowKey(row) === key)
    if (index < 0) return
    if (stage.current === 'waiting') begin(index)
    const element = elementOf(index)
    stage.current = element === null ? 'begun' : 'shown'
    if (element !== null && !isInWindow(element)) element.scrollIntoView({ block: 'center' })
  })
}

interface Shown<Row> extends Pick<Beginning<Row>, 'rows' | 'rowKey' | 'key'> {
  readonly show: (index: number) => void
}

/** Shows a row whenever it is another one; while rows only change around it, it may be scrolled away. */
export function useShown<Row>({ rows, rowKey, key, show }: Shown<Row>): void {
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (key === null || key === shown.current) return
    const index = rows.findIndex((row) => rowKey(row) === key)
    if (index < 0) return
    shown.current = key
    show(index)
  })
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}
