import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '#i18n'
import type { LogSnapshot } from '#log'
import { isSameSelection, type LineSelection, pickLine } from './line-selection.ts'
import { handleLogKey } from './log-keys.ts'
import { LogRowList } from './log-row-list.tsx'
import type { LogViewerProps } from './log-viewer-props.ts'
import type { LogNotice } from './tools/log-notice.ts'
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
  const { store, documentId, snapshot, selection, label, live, onCopyWhole, onNotice } = props
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const [isWholeSelected, setWholeSelected] = useState(false)
  const lines = useLines(store, documentId, snapshot)
  const scroll = useRowScroll(props, element, lines.want)
  const { slices, showMore, onPick } = useRowActions(props)

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
      {snapshot === null || snapshot.lineCount === 0 ? (
        <EmptyWords snapshot={snapshot} live={live} />
      ) : (
        <LogRowList
          {...{ store, documentId, snapshot, selection, isWholeSelected, slices, onPick }}
          view={scroll.view}
          lineHref={props.lineHref}
          onMore={showMore}
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

/** Slices shown, and stable handlers: picking a line must not hand every row another function. */
function useRowActions({ store, documentId, snapshot, ...props }: LogLinesProps) {
  const { slices, showMore } = useLineSlices(store, documentId, snapshot?.revision ?? 0)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const onPick = useCallback((lineNumber: number, extend: boolean) => {
    const { selection, onSelectionChange } = latest.current
    onSelectionChange(pickLine(selection, lineNumber, extend))
  }, [])
  return { slices, showMore, onPick }
}
