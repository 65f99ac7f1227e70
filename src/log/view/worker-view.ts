import type { LogDocument } from '../log-document.ts'
import type { LaidOut, RowRun, ViewNotice } from '../protocol.ts'
import { changedRuns, createLaidLog, type LaidLog, screenRows } from './laid-log.ts'
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
  /** Lays out more until `untilMs`; true when there is nothing left to do. */
  advance(untilMs: number): boolean
  /** What the page does not know yet; null when it knows all. */
  takeNotice(): ViewNotice | null
  /** Calls `done` when the new rows have taken the old ones' place; with null when they never will. */
  layOut(numbered: NumberedOptions, anchor: LinePlace, done: (laidOut: LaidOut | null) => void): void
  rows(firstRowIndex: number, lastRowIndex: number): { readonly layout: number; readonly run: RowRun }
  /** Calls `done` when the log is laid out as far as the place. */
  rowOf(place: LinePlace, done: (rowIndex: number) => void): void
  close(): void
}

interface NextRows extends NumberedOptions {
  laid: LaidLog
  readonly anchor: LinePlace
  readonly done: (laidOut: LaidOut | null) => void
}

interface Waiting {
  readonly place: LinePlace
  readonly done: (rowIndex: number) => void
}

export function createWorkerView(
  viewId: number,
  documentId: string,
  findDocument: () => LogDocument | undefined,
  first: NumberedOptions,
): WorkerView {
  let numbered = first
  let current: LaidLog | null = null
  let layout = 0
  let next: NextRows | null = null
  let waiting: readonly Waiting[] = []
  let told = ''

  /** The rows in force; they begin anew when the text was replaced, or dropped and fetched again. */
  const laidLog = (): LaidLog | null => {
    const document = findDocument()
    if (document === undefined) return null
    if (current?.isOf(document) === true) return current
    if (current !== null) layout += 1
    current = createLaidLog(document, numbered.options)
    return current
  }

  const noticeOf = (laid: LaidLog, changedFromRowIndex: number, runs: readonly RowRun[]): ViewNotice => {
    const snapshot = { ...laid.numbers(), layout, optionsId: numbered.optionsId }
    told = JSON.stringify(snapshot)
    return { viewId, snapshot, changedFromRowIndex, runs }
  }

  const settleWaiting = (laid: LaidLog, isDone: boolean): void => {
    const isSettled = ({ place }: Waiting): boolean => isDone || place.lineIndex < laid.laidOutLineCount
    const settled = waiting.filter(isSettled)
    waiting = waiting.filter((one) => !isSettled(one))
    for (const { place, done } of settled) done(laid.rowOf(place))
  }

  /** The new rows take over as soon as they fill the screen around the place that is looked at. */
  const takeOverIfReady = (rows: NextRows, isDone: boolean): void => {
    const { laid, anchor, done } = rows
    const rowIndex = laid.rowOf(anchor)
    const isReady = anchor.lineIndex < laid.laidOutLineCount && rowIndex + screenRows < laid.rowCount
    if (!isDone && !isReady) return
    numbered = rows
    current = laid
    layout += 1
    next = null
    laid.takeChangedFrom()
    const around = laid.run(rowIndex - screenRows, rowIndex + screenRows)
    done({ notice: noticeOf(laid, 0, [around]), rowIndex })
  }

  const advanceNext = (rows: NextRows, untilMs: number): boolean => {
    const document = findDocument()
    if (document === undefined) {
      next = null
      numbered = rows
      rows.done({ notice: null, rowIndex: 0 })
      return true
    }
    if (!rows.laid.isOf(document)) rows.laid = createLaidLog(document, rows.options)
    const isDone = rows.laid.advance(untilMs)
    takeOverIfReady(rows, isDone)
    return isDone
  }

  return {
    documentId,
    advance(untilMs) {
      const isNextDone = next === null || advanceNext(next, untilMs)
      const laid = next === null ? laidLog() : null
      if (laid === null) return isNextDone
      const isDone = laid.advance(untilMs)
      settleWaiting(laid, isDone)
      return isDone
    },
    takeNotice() {
      const laid = laidLog()
      if (laid === null) return null
      const changedFrom = laid.takeChangedFrom()
      const before = told
      const notice = noticeOf(laid, changedFrom, changedRuns(laid, changedFrom))
      return told === before && changedFrom >= laid.rowCount ? null : notice
    },
    layOut(wanted, anchor, done) {
      next?.done(null)
      next = null
      const document = findDocument()
      if (document !== undefined) {
        next = { ...wanted, laid: createLaidLog(document, wanted.options), anchor, done }
      } else {
        numbered = wanted
        done({ notice: null, rowIndex: 0 })
      }
    },
    rows: (firstRowIndex, lastRowIndex) => ({
      layout,
      run: laidLog()?.run(firstRowIndex, lastRowIndex) ?? { firstRowIndex, rows: [] },
    }),
    rowOf(place, done) {
      waiting = [...waiting, { place, done }]
    },
    close() {
      next?.done(null)
      next = null
      for (const { done } of waiting) done(0)
      waiting = []
    },
  }
}
