import type { LogDocument } from '../log-document.ts'
import { type FoldedLines, firstDifference, type LineSpan } from './folded-lines.ts'
import { createContext, type LineSieve } from './line-sieve.ts'
import { countWhere } from './row-counts.ts'
import { firstLineOf, type VisibleLines } from './visible-lines.ts'
import { createVisibleRanges, type RangesMark } from './visible-ranges.ts'

/** What decides about lines. */
export interface Sifting {
  /** Null: all lines pass. */
  readonly sieve: LineSieve | null
  readonly contextLines: number
  /** Null: none is folded. */
  readonly folds: FoldedLines | null
}

/** Lines between two looks at the clock. */
const linesPerLook = 256

/** The lines that pass a filter, with those around them, and that no fold hides. */
export function siftLines(document: LogDocument, { sieve, contextLines, folds }: Sifting): VisibleLines {
  const ranges = createVisibleRanges()
  const isNearPass = sieve === null ? () => true : createContext(sieve, contextLines)
  let spans: readonly LineSpan[] = []
  let changedFrom = Number.POSITIVE_INFINITY
  let isUpheaval = false
  /** Where the lines begin whose fate the next lines may change, and what was known when they were looked at. */
  let open: { readonly from: RangesMark; readonly known: string } | null = null

  const known = (): number =>
    Math.min(document.lineCount, sieve?.knownLineCount ?? Infinity, folds?.knownLineCount ?? Infinity)

  const reopen = (): void => {
    if (open === null || open.known === `${known()} ${document.byteLength}`) return
    ranges.goBack(open.from)
    open = null
    changedFrom = Math.min(changedFrom, ranges.itemCount)
  }

  /** Folds that came about, or grew, above what is laid out already take effect there too. */
  const refold = (): void => {
    if (folds === null) return
    const now = folds.spans()
    const line = firstDifference(spans, now)
    spans = now
    if (line >= ranges.scannedLineCount) return
    if (open !== null) ranges.goBack(open.from)
    open = null
    ranges.truncate(line)
    isUpheaval = true
    changedFrom = Math.min(changedFrom, ranges.itemCount)
  }

  /** Decides about lines up to before `end`; false when time ran out. */
  const siftTo = (end: number, untilMs: number): boolean => {
    let at = countWhere(spans.length, (place) => (spans[place]?.end ?? 0) <= ranges.scannedLineCount)
    while (ranges.scannedLineCount < end) {
      const from = ranges.scannedLineCount
      const span = spans[at]
      const isInFold = span !== undefined && span.start <= from
      const to = Math.min(end, (isInFold ? span.end : span?.start) ?? end)
      if (sieve === null) {
        if (isInFold) ranges.hide(to - from, 'fold')
        else ranges.show(to - from)
      } else siftRun(from, Math.min(to, from + linesPerLook), isInFold)
      if (span !== undefined && ranges.scannedLineCount >= span.end) at += 1
      if (performance.now() >= untilMs) return false
    }
    return true
  }

  const siftRun = (from: number, to: number, isInFold: boolean): void => {
    for (let lineIndex = from; lineIndex < to; lineIndex += 1) {
      if (!isNearPass(lineIndex)) ranges.hide(1, 'filter')
      else if (isInFold) ranges.hide(1, 'fold')
      else ranges.show(1)
    }
  }

  return {
    get scannedLineCount() {
      return ranges.scannedLineCount
    },
    get itemCount() {
      return ranges.itemCount
    },
    get lastGap() {
      return ranges.lastGap
    },
    get hiddenLineCounts() {
      return ranges.hiddenLineCounts
    },
    advance(untilMs) {
      const isSieveIdle = sieve?.advance(untilMs) ?? true
      const areFoldsIdle = folds?.advance(untilMs) ?? true
      reopen()
      refold()
      if (open !== null) return isSieveIdle && areFoldsIdle
      // Lines that follow may still show those just before them, as lines around a match.
      const sure = Math.min(document.settledLineCount, known()) - contextLines
      if (!siftTo(sure, untilMs)) return false
      open = { from: ranges.mark(), known: `${known()} ${document.byteLength}` }
      siftTo(known(), Number.POSITIVE_INFINITY)
      return isSieveIdle && areFoldsIdle
    },
    takeChangedFrom() {
      const taken = changedFrom
      changedFrom = Number.POSITIVE_INFINITY
      return taken
    },
    takeUpheaval() {
      const taken = isUpheaval
      isUpheaval = false
      return taken
    },
    itemAt: ranges.itemAt,
    lineAt: (item) => firstLineOf(ranges.itemAt(item)),
    itemOf: ranges.itemOf,
  }
}
