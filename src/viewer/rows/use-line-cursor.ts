import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LineSelection } from './line-selection.ts'
import type { LineStep } from './next-line.ts'
import { rowIndexOf } from './row-places.ts'

interface LineCursorOptions {
  readonly element: HTMLElement | null
  readonly chosenNow: () => LineSelection | null
  readonly choose: (selection: LineSelection) => void
  /** The line shown after or before one, or with 0 at it; null when it is the last, or the first. */
  readonly lineAfter: (lineIndex: number, step: LineStep) => Promise<number | null>
  readonly firstLineInView: () => number
  /** Brings a line into view; answers its row. */
  readonly reveal: (lineIndex: number) => Promise<number | null>
}

export interface LineCursor {
  /**
   * Chooses the line below or above the one chosen last; `extend` adds it to those chosen. One call has to have ended
   * before the next (`turns.ts`).
   */
  readonly move: (step: 1 | -1, extend: boolean, isWanted: () => boolean) => Promise<void>
  /** The row that has the focus: it stays in the page, or the focus and all keys would be gone. */
  readonly focusedRowIndex: number | null
  readonly onFocus: (event: FocusEvent) => void
}

/** Lines chosen by keyboard. The row of the last one takes the focus, so that a screen reader reads it. */
export function useLineCursor(options: LineCursorOptions): LineCursor {
  const [focusedRowIndex, setFocusedRowIndex] = useState<number | null>(null)
  /** Where the selection began and where it has got to; 1-based. */
  const ends = useRef({ anchor: 0, head: 0 })
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  const move: LineCursor['move'] = async (step, extend, isWanted) => {
    const { element, chosenNow, choose, lineAfter, firstLineInView, reveal } = latest.current
    const chosen = chosenNow()
    const { anchor, head } = endsOf(chosen, ends.current)
    const next = await (chosen === null ? lineAfter(firstLineInView(), 0) : lineAfter(head - 1, step))
    if (next === null || !isWanted()) return
    ends.current = { anchor: extend && chosen !== null ? anchor : next + 1, head: next + 1 }
    const { anchor: from } = ends.current
    flushSync(() => choose({ first: Math.min(from, next + 1), last: Math.max(from, next + 1) }))
    const rowIndex = await reveal(next)
    element?.querySelector<HTMLElement>(`[data-row="${rowIndex}"]`)?.focus({ preventScroll: true })
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
