import { useEffect, useRef } from 'react'
import type { LogStore } from '#log'
import type { LogNotice } from '../tools/log-notice.ts'
import { isSameSelection, type LineSelection } from './line-selection.ts'

interface RevealOptions {
  readonly store: LogStore
  readonly documentId: string
  /** Lines that the page's address asks for. */
  readonly asked: LineSelection | null
  /** Lines chosen now: those chosen here stay where they are. */
  readonly chosen: LineSelection | null
  readonly lineCount: number
  /** No more of the text is on its way. */
  readonly isComplete: boolean
  readonly onGo: (lineNumber: number) => void
  readonly onMoved: (selection: LineSelection) => void
  readonly onNotice: (notice: LogNotice) => void
}

/**
 * Goes to the lines of an address as soon as they have arrived. When the line there is not the one the link was made
 * for, it is looked for nearby and everywhere; where it went, or that it is gone, is said.
 */
export function useReveal(options: RevealOptions): void {
  const { asked, chosen, lineCount, isComplete } = options
  const shown = useRef<LineSelection | null>(null)
  const checked = useRef<LineSelection | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  // Lines that were chosen here are in view already, or were left on purpose.
  const isAskedFor = asked !== null && isSameSelection(asked, chosen)
  const isThere = asked !== null && asked.first <= lineCount
  useEffect(() => {
    if (asked === null) shown.current = null
    if (!isAskedFor || asked === null || isSameSelection(asked, shown.current)) return
    if (!isThere && !isComplete) return
    shown.current = asked
    if (!isThere && asked.anchor === undefined) {
      latest.current.onNotice({ kind: 'no-such-line', lineNumber: asked.first })
    }
    latest.current.onGo(Math.min(asked.first, latest.current.lineCount))
  }, [asked, isAskedFor, isThere, isComplete])
  useEffect(() => {
    // An address is checked once, when all of the log is here: later ones are those of lines chosen here.
    if (!isAskedFor || !isComplete || checked.current !== null) return
    checked.current = asked
    if (asked?.anchor !== undefined) void find({ ...asked, anchor: asked.anchor }, latest.current)
  }, [asked, isAskedFor, isComplete])
}

async function find(
  asked: LineSelection & { readonly anchor: string },
  options: RevealOptions,
): Promise<void> {
  const { store, documentId, onGo, onMoved, onNotice } = options
  const { first, last, anchor } = asked
  if ((await store.anchorOf(documentId, first - 1)) === anchor) return
  const found = await store.findAnchor(documentId, first - 1, anchor)
  if (found === null) return onNotice({ kind: 'lost-line', lineNumber: first })
  const moved = found + 1 - first
  onMoved({ first: first + moved, last: last + moved, anchor })
  onNotice({ kind: 'moved-line', fromNumber: first, toNumber: found + 1 })
  onGo(found + 1)
}
