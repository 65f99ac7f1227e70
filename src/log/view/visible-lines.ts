import type { LogDocument } from '../log-document.ts'
import type { GapRow } from './view-row.ts'

/** A line that is shown. */
export interface VisibleLine {
  readonly kind: 'line'
  readonly lineIndex: number
  /** Lines that follow it and are shown too, itself included. */
  readonly runLength: number
}

/**
 * Which lines are shown: a list of items, each a line or the gap that stands for those between two of them. Items
 * are added at the end as the log is looked through.
 */
export interface VisibleLines {
  /** Lines decided so far. */
  readonly scannedLineCount: number
  /** Items so far, without the gap at the end, which may still turn into lines. */
  readonly itemCount: number
  readonly lastGap: GapRow | null
  readonly hiddenLineCounts: { readonly filter: number; readonly fold: number }
  /** Looks at more lines until `untilMs`; true when it has seen all there are. */
  advance(untilMs: number): boolean
  /** The first item that changed since this was last asked, other than by being added. */
  takeChangedFrom(): number
  /** Lines were hidden or shown above the end, since this was last asked. */
  takeUpheaval(): boolean
  itemAt(item: number): VisibleLine | GapRow
  /** The line of an item, the first one of a gap. */
  lineAt(item: number): number
  /** The item that shows a line, or the gap it is hidden in (`itemCount` for the gap at the end). */
  itemOf(lineIndex: number): number
}

const noneHidden = { filter: 0, fold: 0 }

/** Every line is an item. Costs nothing, however many there are. */
export function allLines(document: LogDocument): VisibleLines {
  let seen = 0
  let changedFrom = Number.POSITIVE_INFINITY
  let seenBytes = 0
  /** The last line, when it was seen before its end. */
  let openLine: number | null = null
  return {
    get scannedLineCount() {
      return seen
    },
    get itemCount() {
      return seen
    },
    lastGap: null,
    hiddenLineCounts: noneHidden,
    advance() {
      if (document.byteLength === seenBytes) return true
      if (openLine !== null) changedFrom = Math.min(changedFrom, openLine)
      seen = document.lineCount
      seenBytes = document.byteLength
      openLine = document.settledLineCount < seen ? seen - 1 : null
      return true
    },
    takeChangedFrom() {
      const taken = changedFrom
      changedFrom = Number.POSITIVE_INFINITY
      return taken
    },
    takeUpheaval: () => false,
    itemAt: (item) => ({ kind: 'line', lineIndex: item, runLength: seen - item }),
    lineAt: (item) => item,
    itemOf: (lineIndex) => lineIndex,
  }
}

/** The line of an item, or the first one of a gap. */
export function firstLineOf(item: VisibleLine | GapRow): number {
  return item.kind === 'gap' ? item.firstLineIndex : item.lineIndex
}
