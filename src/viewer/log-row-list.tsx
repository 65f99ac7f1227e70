import { useDeferredValue } from 'react'
import type { LogSnapshot, LogStore } from '#log'
import type { LineSelection } from './line-selection.ts'
import { LogRow } from './log-row.tsx'
import { overscanRows } from './log-scroller-rows.ts'
import { listRows, rowPx } from './scroll-window.ts'
import type { LineSlices } from './use-line-slices.ts'
import type { LogView } from './use-log-scroll.ts'

interface LogRowListProps {
  readonly store: LogStore
  readonly documentId: string
  readonly snapshot: LogSnapshot
  readonly view: LogView
  readonly selection: LineSelection | null
  readonly isWholeSelected: boolean
  readonly slices: LineSlices['slices']
  readonly lineHref: ((lineNumber: number) => string) | undefined
  readonly onPick: (lineNumber: number, extend: boolean) => void
  readonly onMore: LineSlices['showMore']
}

/**
 * The rows in view and a few beyond. Where the view stands is known (`use-log-scroll.ts`), so nothing is measured
 * here, and a row gets only what it shows: growth elsewhere in the log repaints none of them.
 */
export function LogRowList(props: LogRowListProps) {
  const { snapshot, view, selection, isWholeSelected, slices, lineHref, onPick, onMore } = props
  const { rowOffset } = view
  // Rows out of view can wait until those in view are painted.
  const beyond = useDeferredValue(overscanRows, 0)
  const rowCount = listRows(snapshot.lineCount)
  const firstLineIndex = Math.max(rowOffset, view.firstLineIndex - beyond)
  const endLineIndex = Math.min(rowOffset + rowCount, view.lastLineIndex + beyond + 1)
  const rows = Array.from({ length: Math.max(0, endLineIndex - firstLineIndex) }, (_, offset) => {
    const lineIndex = firstLineIndex + offset
    return (
      <LogRow
        key={lineIndex}
        topPx={(lineIndex - rowOffset) * rowPx}
        lineIndex={lineIndex}
        // The number of a log still on its way is unknown, and would change with every notice.
        setSize={snapshot.complete ? snapshot.lineCount : -1}
        line={props.store.peek(props.documentId, lineIndex)}
        isSelected={selection !== null && lineIndex + 1 >= selection.first && lineIndex < selection.last}
        isInWhole={isWholeSelected}
        slices={slices.get(lineIndex)}
        href={lineHref?.(lineIndex + 1)}
        onPick={onPick}
        onMore={onMore}
      />
    )
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: an ol would count its own items, not the lines of the log
    <div role="list" className="log-rows" style={{ height: rowCount * rowPx }}>
      {rows}
    </div>
  )
}
