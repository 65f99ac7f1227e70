import type { LaidOut, ViewNotice } from '../protocol.ts'
import { createLaidLog, firstScreenRows, type LaidLog, screenRows, usualEndRows } from './laid-log.ts'
import type { LogIndexes } from './log-indexes.ts'
import type { RowRun } from './row-run.ts'
import { isSameLayout } from './same-layout.ts'
import type { ViewOptions } from './view-options.ts'
import type { LinePlace } from './view-row.ts'

/** Options, under the number the page gave them. */
export interface NumberedOptions {
  readonly optionsId: number
  readonly options: ViewOptions
}

/** The worker's side of one view: the rows the page has, and those that are about to take their place. */
export interface WorkerView {
  readonly documentId: string
  /** The rows in force; null while there is no text. */
  readonly laid: LaidLog | null
  /** Lays out more until `untilMs`. True: nothing to do until the log grows, or what is awaited has come. */
  advance(untilMs: number): boolean
  /** What the page does not know yet; null when it knows all. */
  takeNotice(): ViewNotice | null
  /** A search has found something out: rows that its matches are marked in may look different. */
  refresh(): void
  /** Calls `done` when the new rows have taken the old ones' place; with null when they never will. */
  layOut(numbered: NumberedOptions, anchor: LinePlace, done: (laidOut: LaidOut | null) => void): void
  rows(firstRowIndex: number, lastRowIndex: number): { readonly layout: number; readonly run: RowRun }
  /** Calls `done` when the log is laid out as far as the place. */
  rowOf(place: LinePlace, done: (rowIndex: number) => void): void
  /** So many changed rows at the end are told of unasked while that is looked at. */
  keepEnd(rowCount: number): void
  close(): void
}

interface NextRows extends NumberedOptions {
  readonly laid: LaidLog
  readonly anchor: LinePlace
  readonly done: (laidOut: LaidOut | null) => void
}

interface Waiting {
  readonly place: LinePlace
  readonly done: (rowIndex: number) => void
}

/** More rows than the page renders out of view. */
const aboveRows = 16

export function createWorkerView(
  viewId: number,
  documentId: string,
  findIndexes: () => LogIndexes | undefined,
  first: NumberedOptions,
): WorkerView {
  let numbered = first
  let current: LaidLog | null = null
  let layout = 0
  let next: NextRows | null = null
  let waiting: readonly Waiting[] = []
  let told = ''
  let isStale = false
  /** The last row the page has asked for; -1 before it has asked. */
  let lastAskedRow = -1
  let toldRowCount = 0
  let endRows = usualEndRows

  /** The rows in force; they begin anew when the text was replaced, or dropped and fetched again. */
  const laidLog = (): LaidLog | null => {
    const indexes = findIndexes()
    if (indexes === undefined) return null
    if (current?.isOf(indexes) === true) return current
    if (current !== null) layout += 1
    current?.close()
    current = createLaidLog(indexes, numbered.options)
    return current
  }

  const noticeOf = (laid: LaidLog, changedFromRowIndex: number, runs: readonly RowRun[]): ViewNotice => {
    const snapshot = { ...laid.numbers(), layout, optionsId: numbered.optionsId }
    told = JSON.stringify(snapshot)
    toldRowCount = snapshot.rowCount
    return { viewId, snapshot, changedFromRowIndex, runs }
  }

  /** Changed rows that the page is about to ask for: the first screen, and the end while it looks that way. */
  const changedRuns = (laid: LaidLog, changedFrom: number, rowsBefore: number): readonly RowRun[] => {
    const { rowCount } = laid
    if (lastAskedRow < 0) return [laid.run(changedFrom, Math.min(firstScreenRows, rowCount) - 1)]
    if (lastAskedRow < rowsBefore - endRows) return []
    // What it is told of it does not ask for, and looks at the end all the same.
    lastAskedRow = rowCount - 1
    return [laid.run(Math.max(changedFrom, rowCount - endRows), rowCount - 1)]
  }

  const around = (laid: LaidLog, rowIndex: number): readonly RowRun[] => [
    laid.run(rowIndex - screenRows, rowIndex + screenRows),
  ]

  const settleWaiting = (laid: LaidLog): void => {
    const isSettled = ({ place }: Waiting): boolean =>
      laid.isComplete || place.lineIndex < laid.laidOutLineCount
    const settled = waiting.filter(isSettled)
    waiting = waiting.filter((one) => !isSettled(one))
    for (const { place, done } of settled) done(laid.rowOf(place))
  }

  /** There are no rows to wait for. */
  const releaseWaiting = (): void => {
    for (const { done } of waiting) done(0)
    waiting = []
  }

  /** The new rows take over as soon as they fill the screen around the place that is looked at. */
  const takeOverIfReady = (rows: NextRows): void => {
    const { laid, anchor, done } = rows
    const rowIndex = laid.rowOf(anchor)
    const isReady = anchor.lineIndex < laid.laidOutLineCount && rowIndex + screenRows < laid.rowCount
    if (!laid.isComplete && !isReady) return
    numbered = rows
    current?.close()
    current = laid
    layout += 1
    next = null
    laid.takeChangedFrom()
    laid.takeUpheaval()
    done({ notice: noticeOf(laid, 0, around(laid, rowIndex)), rowIndex })
  }

  /** There is no text to lay out: the options wait for it. */
  const adopt = (wanted: NumberedOptions, done: (laidOut: LaidOut | null) => void): void => {
    numbered = wanted
    current?.close()
    current = null
    layout += 1
    done({ notice: null, rowIndex: 0 })
  }

  const dropNext = (): void => {
    next?.done(null)
    next?.laid.close()
    next = null
  }

  const advanceNext = (rows: NextRows, untilMs: number): boolean => {
    const indexes = findIndexes()
    if (indexes === undefined) {
      next = null
      rows.laid.close()
      adopt(rows, rows.done)
      return true
    }
    if (!rows.laid.isOf(indexes)) {
      rows.laid.close()
      next = { ...rows, laid: createLaidLog(indexes, rows.options) }
      return false
    }
    const isIdle = rows.laid.advance(untilMs)
    takeOverIfReady(rows)
    return isIdle
  }

  /** Rows only look different: every one stays where it is. */
  const remark = (laid: LaidLog, wanted: NumberedOptions): void => {
    laid.remark(wanted.options.highlight, wanted.options.detailCells)
    laid.takeChangedFrom()
    numbered = wanted
  }

  return {
    documentId,
    get laid() {
      return laidLog()
    },
    advance(untilMs) {
      const isNextIdle = next === null || advanceNext(next, untilMs)
      const laid = next === null ? laidLog() : null
      if (laid === null) {
        // Before any text has come, places are waited for; after it was dropped, in vain.
        if (next === null && told !== '') releaseWaiting()
        return isNextIdle
      }
      const isIdle = laid.advance(untilMs)
      if (laid.takeUpheaval()) layout += 1
      settleWaiting(laid)
      return isIdle
    },
    takeNotice() {
      const laid = laidLog()
      if (laid === null) return null
      const changedFrom = Math.min(laid.takeChangedFrom(), isStale ? 0 : Number.POSITIVE_INFINITY)
      isStale = false
      const before = told
      const rowsBefore = toldRowCount
      const notice = noticeOf(laid, changedFrom, [])
      if (told === before && changedFrom >= laid.rowCount) return null
      return {
        ...notice,
        runs: changedRuns(laid, changedFrom, rowsBefore).filter(({ rows }) => rows.length > 0),
      }
    },
    refresh() {
      isStale ||= numbered.options.highlight !== null
    },
    layOut(wanted, anchor, done) {
      const indexes = findIndexes()
      const laid = laidLog()
      if (indexes === undefined || laid === null) {
        dropNext()
        adopt(wanted, done)
      } else if (next === null && isSameLayout(wanted.options, numbered.options)) {
        remark(laid, wanted)
        const rowIndex = laid.rowOf(anchor)
        // The anchor is the first row in view: what is above it nobody sees.
        const inView = laid.run(rowIndex - aboveRows, rowIndex + screenRows)
        done({ notice: noticeOf(laid, 0, [inView]), rowIndex })
      } else {
        // Made before the other one goes, so that what both search for is not searched for again.
        const made = createLaidLog(indexes, wanted.options)
        dropNext()
        next = { ...wanted, laid: made, anchor, done }
      }
    },
    rows(firstRowIndex, lastRowIndex) {
      lastAskedRow = lastRowIndex
      return { layout, run: laidLog()?.run(firstRowIndex, lastRowIndex) ?? { firstRowIndex, rows: [] } }
    },
    keepEnd(rowCount) {
      endRows = Math.min(rowCount, usualEndRows)
    },
    rowOf(place, done) {
      waiting = [...waiting, { place, done }]
    },
    close() {
      dropNext()
      current?.close()
      current = null
      releaseWaiting()
    },
  }
}
