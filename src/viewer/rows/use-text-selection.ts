import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LinePlace, LogView, TextRange } from '#log'
import { comparePlaces, placeOfPoint, pointOfPlace, rowIndexOf } from './row-places.ts'

/**
 * The rows where the browser's selection begins and ends: they stay in the page while it lasts. So does the row of a mere
 * click, from which a click with Shift selects, however far away.
 */
export interface SelectedText {
  readonly pinnedRowIndexes: readonly number[]
  /** What is selected, in the order of the log; null when nothing is. */
  readonly range: () => TextRange | null
}

interface Ends {
  readonly anchor: LinePlace
  readonly focus: LinePlace
}

const nothingPinned: readonly number[] = []

/**
 * Lets the browser select over rows that come and go. It keeps a selection as long as the two nodes it ends in stay,
 * so those two rows are pinned; the text between is copied from the log, not from the page. When rows are laid out
 * anew, the same text is selected again.
 */
export function useTextSelection(
  element: HTMLElement | null,
  view: LogView | null,
  layout: number | undefined,
): SelectedText {
  const [pinned, setPinned] = useState(nothingPinned)
  const ends = useRef<Ends | null>(null)

  useEffect(() => {
    if (element === null || view === null) return
    const onChange = (): void => {
      const selection = document.getSelection()
      ends.current = selection === null ? null : readEnds(element, view, selection)
      const rows = ends.current === null || selection === null ? nothingPinned : pinnedRows(selection)
      setPinned((before) => (String(before) === String(rows) ? before : rows))
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [element, view])

  useSelectAgain(element, view, layout, ends)
  const range = useCallback((): TextRange | null => {
    const selection = document.getSelection()
    if (element === null || view === null || selection === null || selection.isCollapsed) return null
    const read = readEnds(element, view, selection)
    if (read === null) return null
    const isForward = comparePlaces(read.anchor, read.focus) <= 0
    return isForward ? { from: read.anchor, to: read.focus } : { from: read.focus, to: read.anchor }
  }, [element, view])
  return { pinnedRowIndexes: pinned, range }
}

function readEnds(element: HTMLElement, view: LogView, selection: Selection): Ends | null {
  if (selection.rangeCount === 0) return null
  const { anchorNode, focusNode } = selection
  if (!element.contains(anchorNode) || !element.contains(focusNode)) return null
  const anchor = placeOfPoint(view, anchorNode, selection.anchorOffset)
  const focus = placeOfPoint(view, focusNode, selection.focusOffset)
  return anchor === null || focus === null ? null : { anchor, focus }
}

function pinnedRows({ anchorNode, focusNode }: Selection): readonly number[] {
  const rows = [rowIndexOf(anchorNode), rowIndexOf(focusNode)].filter((row) => row !== null)
  return [...new Set(rows)].sort((a, b) => a - b)
}

/** After a new layout the selection's nodes show other text: selects what was selected, if it is in the page. */
function useSelectAgain(
  element: HTMLElement | null,
  view: LogView | null,
  layout: number | undefined,
  ends: RefObject<Ends | null>,
): void {
  const last = useRef(layout)
  useLayoutEffect(() => {
    const isNew = last.current !== undefined && layout !== last.current
    last.current = layout
    const kept = ends.current
    if (!isNew || element === null || view === null || kept === null) return
    document.getSelection()?.removeAllRanges()
    void Promise.all([view.rowOf(kept.anchor), view.rowOf(kept.focus)]).then(([anchorRow, focusRow]) => {
      const anchor = pointIn(element, view, anchorRow, kept.anchor)
      const focus = pointIn(element, view, focusRow, kept.focus)
      if (anchor !== null && focus !== null) document.getSelection()?.setBaseAndExtent(...anchor, ...focus)
    })
  }, [element, view, layout, ends])
}

function pointIn(element: HTMLElement, view: LogView, rowIndex: number, place: LinePlace) {
  const row = view.peek(rowIndex)
  return row === undefined ? null : pointOfPlace(element, rowIndex, row, place)
}
