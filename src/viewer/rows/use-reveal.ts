import { useEffect, useRef } from 'react'
import type { LogStore } from '#log'
import type { LogNotice } from '../tools/log-notice.ts'
import { isSameSelection, type LineSelection } from './line-selection.ts'

interface RevealOptions {
  readonly store: LogStore
  readonly documentId: string
  /** Lines that the page's address asked for last. */
  readonly linked: LineSelection | null
  /** Lines chosen now. */
  readonly chosen: LineSelection | null
  readonly lineCount: number
  /** No more of the text is on its way. */
  readonly isComplete: boolean
  /** The reader has moved by hand: nothing may take it elsewhere any more. */
  readonly hasMoved: () => boolean
  readonly onGo: (lineNumber: number) => void
  readonly onMoved: (selection: LineSelection) => void
  readonly onNotice: (notice: LogNotice | null) => void
}

/**
 * Goes to the lines of an address as soon as they have arrived. When the line there is not the one the link was made
 * for, it is looked for nearby and everywhere; where it went, or that it is gone, is said.
 */
export function useReveal(options: RevealOptions): void {
  const { linked, chosen, lineCount, isComplete } = options
  const shown = useRef<LineSelection | null>(null)
  const checked = useRef<LineSelection | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  // Other lines were chosen since: the reader is where it wants to be.
  const isWanted = linked !== null && isSameSelection(linked, chosen)
  const hasLines = lineCount > 0
  const isThere = linked !== null && linked.first <= lineCount
  useEffect(() => {
    if (!isWanted || linked === null || linked === shown.current || !hasLines) return
    const { hasMoved, onNotice, onGo } = latest.current
    if (!isThere && !isComplete) return onNotice({ kind: 'awaited-line', lineNumber: linked.first })
    // It came after the reader had begun to read elsewhere.
    const isLate = shown.current === null && hasMoved()
    shown.current = linked
    onNotice(
      isThere || linked.anchor !== undefined ? null : { kind: 'no-such-line', lineNumber: linked.first },
    )
    if (!isLate) onGo(Math.min(linked.first, latest.current.lineCount))
  }, [linked, isWanted, isThere, isComplete, hasLines])
  useEffect(() => {
    // An address is checked once, when all of the log is here.
    if (!isWanted || !isComplete || checked.current === linked) return
    checked.current = linked
    if (linked?.anchor !== undefined) void find({ ...linked, anchor: linked.anchor }, latest.current)
  }, [linked, isWanted, isComplete])
}

async function find(
  linked: LineSelection & { readonly anchor: string },
  options: RevealOptions,
): Promise<void> {
  const { store, documentId, lineCount, onGo, onMoved, onNotice } = options
  const { first, last, anchor } = linked
  // A link of before anchors told equal lines apart has a shorter one.
  if ((await store.anchorOf(documentId, first - 1))?.startsWith(anchor) === true) return
  const found = await store.findAnchor(documentId, first - 1, anchor)
  if (found === null) {
    return onNotice({ kind: first > lineCount ? 'no-linked-line' : 'lost-line', lineNumber: first })
  }
  const toNumber = found.lineIndex + 1
  onMoved({ first: toNumber, last: last + toNumber - first, anchor })
  onNotice({ kind: found.isSure ? 'moved-line' : 'alike-line', fromNumber: first, toNumber })
  if (!options.hasMoved()) onGo(toNumber)
}
