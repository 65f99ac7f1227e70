import { createDenseRowCounts } from './dense-row-counts.ts'
import type { LineBreaker } from './line-breaker.ts'
import { createSparseRowCounts } from './row-counts.ts'
import type { GapRow, LinePlace } from './view-row.ts'
import type { VisibleLines } from './visible-lines.ts'

/** What a row is of. */
export type LaidRow =
  | { readonly kind: 'line'; readonly lineIndex: number; readonly rowOfLine: number }
  | GapRow

/** The rows of a log as far as they are laid out: which line is where. */
export interface Layout {
  readonly rowCount: number
  /** Lines that have their place among the rows. */
  readonly laidOutLineCount: number
  readonly hiddenLineCounts: VisibleLines['hiddenLineCounts']
  /** Lays out more until `untilMs`; true when all lines there are have their place. */
  advance(untilMs: number): boolean
  /** The first row that changed since this was last asked, `rowCount` when none did. */
  takeChangedFrom(): number
  at(row: number): LaidRow
  /** The line of a row, the first one of a gap. */
  lineOf(row: number): number
  /** The row that shows a place, or the gap it is hidden in; beyond the end the last row. */
  rowOf(place: LinePlace): number
}

/** Items between two looks at the clock. */
const itemsPerLook = 256

export function createLayout(visible: VisibleLines, breaker: LineBreaker, isWrapped: boolean): Layout {
  const counts = isWrapped ? createDenseRowCounts() : createSparseRowCounts()
  let changedFrom = 0

  const hasLastGap = (): boolean => visible.lastGap !== null && counts.itemCount === visible.itemCount
  const rowCount = (): number => counts.rowCount + (hasLastGap() ? 1 : 0)

  const dropFrom = (item: number): void => {
    if (item >= counts.itemCount) return
    counts.truncate(item)
    changedFrom = Math.min(changedFrom, counts.rowCount)
  }

  /** Adds some of the items from the next on; false when time ran out in the middle of one. */
  const addItems = (untilMs: number): boolean => {
    const item = visible.itemAt(counts.itemCount)
    if (item.kind === 'gap') {
      counts.push(1)
      return true
    }
    const run = breaker.oneRowRun(item.lineIndex, item.runLength)
    counts.pushOnes(run)
    const end = item.lineIndex + Math.min(item.runLength, run + itemsPerLook)
    for (let lineIndex = item.lineIndex + run; lineIndex < end; lineIndex += 1) {
      const rows = breaker.countRows(lineIndex, untilMs)
      if (rows === null) return false
      counts.push(rows)
    }
    return true
  }

  return {
    get rowCount() {
      return rowCount()
    },
    get laidOutLineCount() {
      if (counts.itemCount === visible.itemCount) return visible.scannedLineCount
      return visible.lineAt(counts.itemCount)
    },
    get hiddenLineCounts() {
      return visible.hiddenLineCounts
    },
    advance(untilMs) {
      const gap = hasLastGap() ? visible.lastGap : null
      const isAllSeen = visible.advance(untilMs)
      if (gap !== null && !isSameGap(gap, visible.lastGap))
        changedFrom = Math.min(changedFrom, counts.rowCount)
      dropFrom(visible.takeChangedFrom())
      while (counts.itemCount < visible.itemCount) {
        if (!addItems(untilMs)) return false
        if (performance.now() >= untilMs) break
      }
      return isAllSeen && counts.itemCount === visible.itemCount
    },
    takeChangedFrom() {
      const taken = Math.min(changedFrom, rowCount())
      changedFrom = rowCount()
      return taken
    },
    at(row) {
      if (row >= counts.rowCount && visible.lastGap !== null) return visible.lastGap
      const item = counts.itemAt(row)
      const shown = visible.itemAt(item)
      if (shown.kind === 'gap') return shown
      return { kind: 'line', lineIndex: shown.lineIndex, rowOfLine: row - counts.firstRow(item) }
    },
    lineOf(row) {
      if (row >= counts.rowCount && visible.lastGap !== null) return visible.lastGap.firstLineIndex
      return visible.lineAt(counts.itemAt(row))
    },
    rowOf(place) {
      const last = Math.max(0, rowCount() - 1)
      const item = visible.itemOf(place.lineIndex)
      if (item >= counts.itemCount) return last
      const shown = visible.itemAt(item)
      const row = counts.firstRow(item)
      return shown.kind === 'gap' ? row : Math.min(row + breaker.rowOf(place), last)
    },
  }
}

function isSameGap(a: GapRow, b: GapRow | null): boolean {
  return a.firstLineIndex === b?.firstLineIndex && a.lineCount === b.lineCount && a.reason === b.reason
}
