import { createNumberList } from './number-list.ts'
import { countWhere } from './row-counts.ts'
import type { GapRow } from './view-row.ts'
import type { VisibleLine } from './visible-lines.ts'

/** A state in the building of ranges, to go back to. */
export interface RangesMark {
  readonly rangeCount: number
  readonly lastEnd: number
  readonly scannedLineCount: number
  readonly shownCount: number
  readonly foldedCount: number
  readonly gapFoldedCount: number
}

/**
 * Ranges of lines that are shown, with a gap between any two, built from the top: `show` and `hide` are about the
 * next lines. Of lines hidden for both reasons it is said that the filter hides them.
 */
export interface VisibleRanges {
  readonly scannedLineCount: number
  /** Lines shown and gaps, without the gap at the end. */
  readonly itemCount: number
  readonly lastGap: GapRow | null
  readonly hiddenLineCounts: { readonly filter: number; readonly fold: number }
  show(count: number): void
  hide(count: number, reason: GapRow['reason']): void
  /** Forgets what was said of `lineIndex` and the lines after it, and of the gap that it is in. */
  truncate(lineIndex: number): void
  mark(): RangesMark
  /** Forgets what was said since; what was said before may not have been forgotten. */
  goBack(mark: RangesMark): void
  itemAt(item: number): VisibleLine | GapRow
  /** `itemCount` for lines of the gap at the end, and beyond. */
  itemOf(lineIndex: number): number
}

export function createVisibleRanges(): VisibleRanges {
  const starts = createNumberList()
  const ends = createNumberList()
  /** The item that each range begins with. */
  const firstItems = createNumberList()
  /** Lines that only a fold hides, in the gap before each range. */
  const foldedBefore = createNumberList()
  let scannedLineCount = 0
  let shownCount = 0
  let foldedCount = 0
  let gapFoldedCount = 0

  const lastEnd = (): number => ends.at(ends.length - 1)
  const itemCount = (): number => {
    const last = starts.length - 1
    return firstItems.at(last) + ends.at(last) - starts.at(last)
  }

  const gap = (firstLineIndex: number, endLineIndex: number, folded: number): GapRow => ({
    kind: 'gap',
    firstLineIndex,
    lineCount: endLineIndex - firstLineIndex,
    reason: folded > 0 ? 'fold' : 'filter',
  })

  const pop = (length: number): void => {
    for (const list of [starts, ends, firstItems, foldedBefore]) list.truncate(length)
  }

  const begin = (): void => {
    const isAfterGap = scannedLineCount > lastEnd()
    firstItems.push(itemCount() + (isAfterGap ? 1 : 0))
    starts.push(scannedLineCount)
    ends.push(scannedLineCount)
    foldedBefore.push(gapFoldedCount)
    gapFoldedCount = 0
  }

  const dropLastRange = (): void => {
    const last = starts.length - 1
    shownCount -= ends.at(last) - starts.at(last)
    foldedCount -= foldedBefore.at(last)
    pop(last)
  }

  return {
    get scannedLineCount() {
      return scannedLineCount
    },
    get itemCount() {
      return itemCount()
    },
    get lastGap() {
      return scannedLineCount > lastEnd() ? gap(lastEnd(), scannedLineCount, gapFoldedCount) : null
    },
    get hiddenLineCounts() {
      return { filter: scannedLineCount - shownCount - foldedCount, fold: foldedCount }
    },
    show(count) {
      if (starts.length === 0 || scannedLineCount > lastEnd()) begin()
      scannedLineCount += count
      shownCount += count
      ends.set(ends.length - 1, scannedLineCount)
    },
    hide(count, reason) {
      scannedLineCount += count
      if (reason === 'filter') return
      foldedCount += count
      gapFoldedCount += count
    },
    truncate(lineIndex) {
      if (lineIndex >= scannedLineCount) return
      foldedCount -= gapFoldedCount
      gapFoldedCount = 0
      while (starts.length > 0 && starts.at(starts.length - 1) >= lineIndex) dropLastRange()
      scannedLineCount = Math.min(lastEnd(), lineIndex)
      if (starts.length === 0) return
      shownCount -= lastEnd() - scannedLineCount
      ends.set(ends.length - 1, scannedLineCount)
    },
    mark: () => ({
      rangeCount: starts.length,
      lastEnd: lastEnd(),
      ...{ scannedLineCount, shownCount, foldedCount, gapFoldedCount },
    }),
    goBack(mark) {
      pop(mark.rangeCount)
      if (mark.rangeCount > 0) ends.set(mark.rangeCount - 1, mark.lastEnd)
      scannedLineCount = mark.scannedLineCount
      shownCount = mark.shownCount
      foldedCount = mark.foldedCount
      gapFoldedCount = mark.gapFoldedCount
    },
    itemAt(item) {
      const range = countWhere(firstItems.length, (at) => firstItems.at(at) <= item) - 1
      const end = ends.at(Math.max(0, range))
      const lineIndex = range < 0 ? -1 : starts.at(range) + item - firstItems.at(range)
      if (range >= 0 && lineIndex < end) return { kind: 'line', lineIndex, runLength: end - lineIndex }
      return gap(range < 0 ? 0 : end, starts.at(range + 1), foldedBefore.at(range + 1))
    },
    itemOf(lineIndex) {
      const range = countWhere(starts.length, (at) => starts.at(at) <= lineIndex) - 1
      if (range >= 0 && lineIndex < ends.at(range)) return firstItems.at(range) + lineIndex - starts.at(range)
      return range + 1 < starts.length ? firstItems.at(range + 1) - 1 : itemCount()
    },
  }
}
