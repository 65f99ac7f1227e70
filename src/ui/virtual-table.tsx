import { styled } from '@mui/material/styles'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useVirtualizer } from 'react-window'
import { type Column, gridTemplate } from './column.ts'
import { isFocusFree } from './is-focus-free.ts'
import { indexAfterKey } from './list-keys.ts'
import { scrollAtOnce } from './scroll-at-once.ts'
import { type Sort, sortRows } from './sort-rows.ts'
import { TableHeader } from './table-header.tsx'
import { TableRow, tableRowStyles } from './table-row.tsx'
import { takeWheel } from './take-wheel.ts'
import { useActiveIndex, useBeginAt, useShown } from './use-active-row.ts'

export interface VirtualTableProps<Row> {
  /** Accessible name: "File transfers". */
  readonly label: string
  /** Up to a million; keep the array's identity while nothing changed. */
  readonly rows: readonly Row[]
  /** Keep the identity (module constant or useMemo). */
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowHeight?: number
  /** Given together with `onSortChange` the page keeps the sort (in its URL); otherwise the table does. */
  readonly sort?: Sort | null
  readonly onSortChange?: (sort: Sort | null) => void
  readonly initialSort?: Sort | null
  /** The rows come sorted by `sort` already: a page that sorts them in slices, or on a server. */
  readonly isSorted?: boolean
  readonly selectedKey?: string | null
  /** A click on a row, or Enter or Space on the active one. */
  readonly onActivate?: (row: Row) => void
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode
  /** CSS height; the table scrolls inside it. 100 % of its parent when not given. */
  readonly height?: number | string
  readonly ref?: Ref<TableHandle>
  /** The row to begin at: the keys go on from it, and it is in view. */
  readonly initialKey?: string | null
  /** Brought into view whenever it is another one, or there at last; the keys go on from it. */
  readonly shownKey?: string | null
  /** Told which row was come to, by key or by click. */
  readonly onPoint?: (key: string) => void
}

/** What else of a page may ask of its table. */
export interface TableHandle {
  /** The keys go on in the table, from its first row. */
  readonly focusFirst: () => void
}

const headerHeight = 36

/** A table that mounts only the rows in view: 100,000 rows sort and scroll without a pause. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const {
    label,
    columns,
    rowKey,
    rowHeight = 36,
    selectedKey = null,
    onActivate,
    empty,
    height = '100%',
    ref,
    initialKey = null,
    shownKey = null,
    onPoint,
  } = props
  const { rows, sort, handleSort } = useSortedRows(props)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [activeIndex, setActiveIndex] = useActiveIndex(rows, rowKey)
  const id = useId()
  const rowId = (index: number): string => `${id}-row-${index}`
  useEffect(() => (scroller === null ? undefined : takeWheel(scroller, rowHeight)), [scroller, rowHeight])
  useEffect(() => (scroller === null ? undefined : scrollAtOnce(scroller)), [scroller])
  // The scroller itself, not the body inside it: given both, react-window measures both after every render, which lays
  // the page out each time. The header takes as much from the top as it covers, so the first visible row is the same.
  const { items, totalSize, visibleRange } = useVirtualizer({
    count: rows.length,
    element: scroller,
    itemSize: rowHeight,
    defaultSize: 600,
    overscanCount: 4,
  })
  const activate = useNewest(onActivate)
  const pointAt = (index: number): void => {
    const row = rows[index]
    if (row === undefined) return
    setActiveIndex(index)
    onPoint?.(rowKey(row))
    if (scroller !== null) reveal(scroller, index * rowHeight, rowHeight)
  }
  const point = useNewest(pointAt)
  useImperativeHandle(ref, () => ({
    focusFirst: () => {
      scroller?.focus()
      pointAt(0)
    },
  }))
  useBeginAt({
    rows,
    rowKey,
    key: scroller === null ? null : initialKey,
    begin: (index) => {
      pointAt(index)
      // Who has gone on to somewhere else meanwhile is not brought back.
      if (isFocusFree()) scroller?.focus({ preventScroll: true })
    },
    elementOf: (index) => document.getElementById(rowId(index)),
  })
  useShown({
    rows,
    rowKey,
    key: scroller === null ? null : shownKey,
    show: (index) => {
      setActiveIndex(index)
      if (scroller !== null) reveal(scroller, index * rowHeight, rowHeight)
    },
  })
  const template = useMemo(() => gridTemplate(columns), [columns])
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const active = rows[activeIndex]
    if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) {
      event.preventDefault()
      onActivate?.(active)
      return
    }
    const pageSize = Math.max(1, visibleRange.stopIndex - visibleRange.startIndex - 1)
    const next = indexAfterKey(event.key, activeIndex, rows.length, pageSize)
    if (next === null) return
    event.preventDefault()
    pointAt(next)
  }
  const activeMounted = items.some((item) => item.index === activeIndex)
  return (
    <Frame style={{ height }}>
      <Scroller
        ref={setScroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeMounted ? rowId(activeIndex) : undefined}
        onKeyDown={handleKeyDown}
      >
        <TableHeader columns={columns} template={template} sort={sort} onSort={handleSort} />
        <Body role="rowgroup" style={{ height: totalSize, minWidth: template.minWidth }}>
          {items.map(({ index, offset }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <TableRow
                key={rowKey(row)}
                id={rowId(index)}
                row={row}
                rowIndex={index}
                columns={columns}
                template={template.columns}
                offset={offset}
                height={rowHeight}
                active={index === activeIndex}
                selected={selectedKey === null ? undefined : rowKey(row) === selectedKey}
                onActivate={onActivate === undefined ? undefined : activate}
                onPoint={point}
              />
            )
          })}
        </Body>
      </Scroller>
      {rows.length === 0 ? <Empty>{empty}</Empty> : null}
    </Frame>
  )
}

/** Scrolls as little as shows the row between the sticky header and the lower edge. */
function reveal(scroller: HTMLElement, top: number, rowHeight: number): void {
  const room = scroller.clientHeight - headerHeight
  const { scrollTop } = scroller
  if (top < scrollTop) scroller.scrollTop = top
  else if (top + rowHeight > scrollTop + room) scroller.scrollTop = top + rowHeight - room
}

/** One function for good that does what the newest one does: a row is not rendered again for a new closure. */
function useNewest<Argument>(
  action: ((argument: Argument) => void) | undefined,
): (argument: Argument) => void {
  const newest = useRef(action)
  useLayoutEffect(() => {
    newest.current = action
  })
  return useCallback((argument) => newest.current?.(argument), [])
}

function useSortedRows<Row>({
  rows,
  columns,
  sort,
  onSortChange,
  initialSort = null,
  isSorted = false,
}: VirtualTableProps<Row>) {
  const [ownSort, setOwnSort] = useState<Sort | null>(initialSort)
  const current = sort === undefined ? ownSort : sort
  const column = columns.find(({ id }) => id === current?.columnId)
  const sortValue = column?.sortValue
  const descending = current?.descending ?? false
  const sorted = useMemo(
    () => (sortValue === undefined || isSorted ? rows : sortRows(rows, sortValue, descending)),
    [rows, sortValue, descending, isSorted],
  )
  const handleSort = (columnId: string) => {
    const next = nextSort(current, columnId)
    setOwnSort(next)
    onSortChange?.(next)
  }
  return { rows: sorted, sort: current, handleSort }
}

/** Ascending, then descending, then the order the rows came in. */
function nextSort(sort: Sort | null, columnId: string): Sort | null {
  if (sort?.columnId !== columnId) return { columnId, descending: false }
  return sort.descending ? null : { columnId, descending: true }
}

const Frame = styled('div')({ position: 'relative', minHeight: 0 })

/** Beside the grid, not in it: only rows may stand there. */
const Empty = styled('div')({
  position: 'absolute',
  insetInline: 1,
  top: headerHeight,
  bottom: 1,
  overflow: 'auto',
})

const Scroller = styled('div')(({ theme }) => ({
  position: 'relative',
  height: '100%',
  boxSizing: 'border-box',
  overflow: 'auto',
  // Keyboard scrolling must not hide a row under the sticky header.
  scrollPaddingTop: headerHeight,
  border: '1px solid',
  borderColor: (theme.vars ?? theme).palette.divider,
  borderRadius: 8,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  fontVariantNumeric: 'tabular-nums',
  '&:focus-visible': {
    outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`,
    outlineOffset: -2,
  },
}))

const Body = styled('div')(({ theme }) => ({ position: 'relative', ...tableRowStyles(theme) }))
