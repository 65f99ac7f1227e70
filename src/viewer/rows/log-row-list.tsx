import { useDeferredValue, useLayoutEffect, useRef } from 'react'
import { useVirtualizer } from 'react-window'
import type { FoundMatch, LogView, ViewRow, ViewSnapshot } from '#log'
import type { LineSelection } from './line-selection.ts'
import './log-rows.css'
import { LogRow } from './log-row.tsx'
import { rowKeys } from './row-keys.ts'
import type { RowActions, RowLook } from './row-look.ts'
import type { RowRange, RowWindow } from './row-window.ts'
import { listRows } from './scroll-window.ts'
import { overscanRows } from './use-rows.ts'

interface LogRowListProps {
  readonly view: LogView
  readonly snapshot: ViewSnapshot
  readonly inView: RowWindow
  /** What scrolls the rows, and how high it is known to be. */
  readonly element: HTMLElement | null
  readonly viewPx: number
  readonly rowPx: number
  /** Rows that stay although they are out of view, in order. */
  readonly pinnedRowIndexes: readonly number[]
  readonly look: RowLook
  readonly selection: LineSelection | null
  readonly isWholeSelected: boolean
  readonly currentMatch: FoundMatch | null
  readonly lineHref: ((line: LineSelection) => string) | undefined
  readonly actions: RowActions
}

/**
 * The rows in view and a few beyond, which react-window chooses and places in a list that is never higher than a
 * browser can make one; `inView.rowOffset` is the row of the log that is its first (decision 22). A row gets only what it
 * shows: growth elsewhere in the log repaints none of them.
 */
export function LogRowList(props: LogRowListProps) {
  const { view, snapshot, inView, rowPx, selection, currentMatch, lineHref } = props
  const { rowOffset } = inView
  // Rows out of view can wait until those in view are painted.
  const beyond = useDeferredValue(overscanRows, 0)
  // And so can react-window: it asks the element where it is, which lays out the rows there are so far (decision 22).
  const known = useDeferredValue(props.element, null)
  const rowCount = listRows({ totalRows: snapshot.rowCount, rowPx })
  const { items, totalSize, visibleRange } = useVirtualizer({
    count: rowCount,
    element: inView.firstRowIndex === 0 ? known : props.element,
    itemSize: rowPx,
    defaultSize: props.viewPx,
    overscanCount: overscanRows,
  })
  const { firstRowIndex: from, lastRowIndex } = joined(inView, {
    firstRowIndex: rowOffset + Math.max(items[0]?.index ?? 0, visibleRange.startIndex - beyond),
    lastRowIndex: rowOffset + Math.min(items.at(-1)?.index ?? -1, visibleRange.stopIndex + beyond),
  })
  const end = Math.min(snapshot.rowCount, lastRowIndex + 1)
  const pinned = props.pinnedRowIndexes.filter((row) => row < from || row >= end)
  const rowIndexes = [
    ...pinned.filter((row) => row < from),
    ...Array.from({ length: Math.max(0, end - from) }, (_, offset) => from + offset),
    ...pinned.filter((row) => row >= end && row < snapshot.rowCount),
  ]
  const keys = useRowKeys(rowIndexes)
  const isLineEach = isEachRowALine(snapshot)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an ol would count its own items, not the lines of the log
    <div
      role="list"
      className={snapshot.options.wrapColumns === null ? 'log-rows' : 'log-rows wrapped'}
      style={{ height: totalSize }}
    >
      {rowIndexes.map((rowIndex) => {
        const row = view.peek(rowIndex)
        const lineIndex = row?.kind === 'line' ? row.lineIndex : null
        return (
          <LogRow
            key={keys.get(rowIndex)}
            rowIndex={rowIndex}
            topPx={topOf(rowIndex - rowOffset, rowCount) * rowPx}
            // The number of a log still on its way is unknown, and would change with every notice.
            setSize={snapshot.complete ? snapshot.lineCount : -1}
            row={row}
            awaitedLineIndex={row === undefined && isLineEach ? rowIndex : undefined}
            look={props.look}
            isSelected={isWithin(selection, lineIndex)}
            isInWhole={props.isWholeSelected}
            currentMatch={matchIn(row, currentMatch)}
            isExpanded={lineIndex !== null && snapshot.options.expandedLines.includes(lineIndex)}
            href={lineIndex === null ? undefined : lineHref?.({ first: lineIndex + 1, last: lineIndex + 1 })}
            actions={props.actions}
          />
        )
      })}
    </div>
  )
}

/** Both, if they meet. Of another height of the view react-window hears only after the frame that shows it. */
function joined(inView: RowRange, listed: RowRange): RowRange {
  const meet =
    inView.firstRowIndex <= listed.lastRowIndex + 1 && inView.lastRowIndex >= listed.firstRowIndex - 1
  if (!meet) return inView
  return {
    firstRowIndex: Math.min(inView.firstRowIndex, listed.firstRowIndex),
    lastRowIndex: Math.max(inView.lastRowIndex, listed.lastRowIndex),
  }
}

/** No line is hidden, and none has several rows. */
function isEachRowALine({ rowCount, laidOutLineCount, hiddenLineCounts }: ViewSnapshot): boolean {
  return rowCount === laidOutLineCount && hiddenLineCounts.filter + hiddenLineCounts.fold === 0
}

function useRowKeys(rowIndexes: readonly number[]): ReadonlyMap<number, number> {
  const inPage = useRef<ReadonlyMap<number, number>>(new Map())
  const keys = rowKeys(inPage.current, rowIndexes)
  // Not while rendering: what is rendered may never come into the page.
  useLayoutEffect(() => {
    inPage.current = keys
  })
  return keys
}

/** A pinned row may be far out of the list's window: just outside it is as good. */
function topOf(rowInList: number, rowCount: number): number {
  return Math.min(Math.max(-1, rowInList), rowCount)
}

function isWithin(selection: LineSelection | null, lineIndex: number | null): boolean {
  if (selection === null || lineIndex === null) return false
  return lineIndex + 1 >= selection.first && lineIndex < selection.last
}

function matchIn(row: ViewRow | undefined, match: FoundMatch | null): number | null {
  if (row?.kind !== 'line' || match === null) return null
  return row.lineIndex === match.lineIndex && row.pieceIndex === match.pieceIndex ? match.offset : null
}
