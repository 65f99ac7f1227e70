import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { List } from 'react-window'
import { useMessages } from '#i18n'
import type { LogSnapshot } from '#log'
import { isSameSelection, type LineSelection, pickLine } from './line-selection.ts'
import { handleLogKey } from './log-keys.ts'
import type { LogNotice } from './log-notice.ts'
import { LogRow, type RowView } from './log-row.tsx'
import { overscanRows } from './log-scroller-rows.ts'
import type { LogViewerProps } from './log-viewer-props.ts'
import { listRows, rowPx } from './scroll-window.ts'
import { useLineSlices } from './use-line-slices.ts'
import { useLines } from './use-lines.ts'
import { type LogScroll, useLogScroll } from './use-log-scroll.ts'

interface LogLinesProps extends LogViewerProps {
  readonly snapshot: LogSnapshot | null
  readonly onScroll: (scroll: LogScroll) => void
  readonly onReachEnd: () => void
  readonly onNotice: (notice: LogNotice | null) => void
  readonly onCopyWhole: () => void
}

/** The lines themselves: the one focusable, scrollable element with role log. */
export function LogLines(props: LogLinesProps) {
  const { snapshot, label, live, onCopyWhole, onNotice } = props
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const [isWholeSelected, setWholeSelected] = useState(false)
  const lines = useLines(props.store, props.documentId, snapshot)
  const scroll = useRowScroll(props, element, lines.want)
  const view = useRowView(props, scroll, lines.version, isWholeSelected)

  const selectWhole = (isSelected: boolean): void => {
    setWholeSelected(isSelected)
    onNotice(isSelected ? { kind: 'selected' } : null)
  }
  const copyWhole = (): boolean => {
    if (isWholeSelected) onCopyWhole()
    return isWholeSelected
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isOurs = handleLogKey(event, {
      ...scroll,
      copyWhole,
      selectWhole: () => selectWhole(true),
      unselect: () => selectWhole(false),
    })
    if (!isOurs) return
    event.preventDefault()
    keepFocus(event.currentTarget)
  }

  const lineCount = snapshot?.lineCount ?? 0
  return (
    <div
      ref={setElement}
      role="log"
      aria-label={label}
      // Rows come and go with scrolling: only the announcer speaks.
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard
      tabIndex={0}
      className="log-scroller"
      onKeyDown={onKeyDown}
      onClick={(event) => isLineNumber(event.target) && keepFocus(event.currentTarget)}
      onMouseDown={() => isWholeSelected && selectWhole(false)}
    >
      {lineCount === 0 ? (
        <EmptyWords snapshot={snapshot} live={live} />
      ) : (
        <List
          rowComponent={LogRow}
          rowCount={listRows(lineCount)}
          rowHeight={rowPx}
          rowProps={view}
          overscanCount={overscanRows}
          scrollElement={element}
        />
      )}
    </div>
  )
}

/** A focused line number would take the focus along when its row scrolls out of existence. */
function keepFocus(scroller: HTMLElement): void {
  scroller.focus({ preventScroll: true })
}

function isLineNumber(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.log-number') !== null
}

function EmptyWords({ snapshot, live }: { readonly snapshot: LogSnapshot | null; readonly live: boolean }) {
  const { reader } = useMessages()
  const words = snapshot?.complete !== true ? reader.loading : live ? reader.waiting : reader.empty
  return <p className="log-words">{words}</p>
}

function useRowScroll(props: LogLinesProps, element: HTMLElement | null, onView: LogScrollView): LogScroll {
  const { snapshot, follow, onFollowChange, onScroll, onReachEnd } = props
  const scroll = useLogScroll({
    element,
    totalRows: snapshot?.lineCount ?? 0,
    follow,
    onLeaveEnd: () => follow && onFollowChange(false),
    onView,
  })
  useEffect(() => onScroll(scroll), [scroll, onScroll])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the view has moved
  useEffect(() => {
    if (scroll.isAtEnd()) onReachEnd()
  }, [scroll.view, scroll])
  useRevealSelection(props, scroll)
  return scroll
}

type LogScrollView = Parameters<typeof useLogScroll>[0]['onView']

/** Goes to lines chosen by the address of the page, as soon as they have arrived. Lines picked here stay put. */
function useRevealSelection(props: LogLinesProps, scroll: LogScroll): void {
  const { selection, snapshot, follow, onFollowChange, onNotice } = props
  const revealed = useRef<LineSelection | null>(null)
  const lineCount = snapshot?.lineCount ?? 0
  const isOver = snapshot?.complete === true
  useLayoutEffect(() => {
    if (isSameSelection(selection, revealed.current)) return
    if (selection === null) revealed.current = null
    else if (selection.first <= lineCount || isOver) {
      revealed.current = selection
      if (follow) onFollowChange(false)
      if (selection.first > lineCount) onNotice({ kind: 'no-such-line', lineNumber: selection.first })
      // Not from within this layout effect: the list below has to know its new height first.
      queueMicrotask(() => scroll.toLine(Math.min(selection.first, lineCount) - 1, 'near'))
    }
  }, [selection, lineCount, isOver, follow, onFollowChange, onNotice, scroll])
}

function useRowView(
  props: LogLinesProps,
  scroll: LogScroll,
  version: number,
  isWholeSelected: boolean,
): { readonly view: RowView } {
  const { store, documentId, selection, onSelectionChange, lineHref, snapshot } = props
  const { slices, showMore } = useLineSlices(store, documentId, snapshot?.revision ?? 0)
  const onPick = useCallback(
    (lineNumber: number, extend: boolean) => onSelectionChange(pickLine(selection, lineNumber, extend)),
    [selection, onSelectionChange],
  )
  const { rowOffset } = scroll.view
  return useMemo(
    () => ({
      view: {
        store,
        documentId,
        rowOffset,
        snapshot,
        version,
        selection,
        isWholeSelected,
        slices,
        lineHref,
        onPick,
        onMore: showMore,
      },
    }),
    [
      store,
      documentId,
      rowOffset,
      snapshot,
      selection,
      isWholeSelected,
      slices,
      lineHref,
      onPick,
      showMore,
      version,
    ],
  )
}
