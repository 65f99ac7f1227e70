import { type FocusEvent, useCallback, useRef, useState } from 'react'
import type { LineSelection } from './line-selection.ts'
import { rowIndexOf } from './row-places.ts'

interface LineCursorOptions {
  readonly element: HTMLElement | null
  readonly chosen: LineSelection | null
  readonly choose: (selection: LineSelection) => void
  readonly lineCount: number
  readonly firstLineInView: () => number
  /** Brings a line into view; answers its row. */
  readonly reveal: (lineIndex: number) => Promise<number | null>
}

export interface LineCursor {
  /** Chooses the line below or above the one chosen last; `extend` adds it to those chosen. */
  readonly move: (step: 1 | -1, extend: boolean) => void
  /** The row that has the focus: it stays in the page, or the focus and all keys would be gone. */
  readonly focusedRowIndex: number | null
  readonly onFocus: (event: FocusEvent) => void
}

/** Lines chosen by keyboard. The row of the last one takes the focus, so that a screen reader reads it. */
export function useLineCursor(options: LineCursorOptions): LineCursor {
  const [focusedRowIndex, setFocusedRowIndex] = useState<number | null>(null)
  /** Where the selection began and where it has got to; 1-based. */
  const ends = useRef({ anchor: 0, head: 0 })
  const { element, chosen, choose, lineCount, firstLineInView, reveal } = options

  const move = (step: 1 | -1, extend: boolean): void => {
    const { anchor, head } = endsOf(chosen, ends.current)
    const next = chosen === null ? firstLineInView() + 1 : Math.min(Math.max(1, head + step), lineCount)
    ends.current = { anchor: extend && chosen !== null ? anchor : next, head: next }
    const { anchor: from } = ends.current
    choose({ first: Math.min(from, next), last: Math.max(from, next) })
    void reveal(next - 1).then((rowIndex) => {
      const row = element?.querySelector<HTMLElement>(`[data-row="${rowIndex}"]`)
      row?.focus({ preventScroll: true })
    })
  }
  const onFocus = useCallback((event: FocusEvent) => setFocusedRowIndex(rowIndexOf(event.target)), [])
  return { move, focusedRowIndex, onFocus }
}

/** The ends remembered, unless other lines were chosen in another way since. */
function endsOf(chosen: LineSelection | null, { anchor, head }: { anchor: number; head: number }) {
  if (chosen === null) return { anchor, head }
  const isKnown = Math.min(anchor, head) === chosen.first && Math.max(anchor, head) === chosen.last
  return isKnown ? { anchor, head } : { anchor: chosen.first, head: chosen.last }
}
