import type { GrowthNotice } from '../growth-notice.ts'
import type { PagePort } from '../page-port.ts'
import type { ViewNotice } from '../protocol.ts'
import type { LogView } from './log-view.ts'
import { createPageView, type FirstLook, type PageView } from './page-view.ts'
import { plainView, type ViewOptions } from './view-options.ts'

/** The views of one page, and the rows that came before any was opened. */
export interface PageViews {
  open(documentId: string, options: ViewOptions): LogView
  takeNotice(notice: ViewNotice): void
  takeFirstRows(notice: GrowthNotice): void
  /** The texts are gone. */
  forget(documentIds: readonly string[]): void
}

/** A number that no layout of the worker's has: the rows are about to be replaced. */
const otherLayout = -1

export function createPageViews(port: PagePort): PageViews {
  const views = new Map<number, PageView>()
  const firstLooks = new Map<string, FirstLook>()

  /** Unless lines are to be hidden, the first screen of a plain view will do until the rows asked for come. */
  const firstLookFor = (documentId: string, options: ViewOptions): FirstLook | null => {
    const { filter, folds, wrapColumns, expandedLines } = options
    const found = firstLooks.get(documentId)
    const isWhole = filter === null && !folds.isAllFolded && folds.exceptLineIndexes.length === 0
    if (found === undefined || !isWhole) return null
    if (wrapColumns === null && expandedLines.length === 0) return found
    return { ...found, snapshot: { ...found.snapshot, layout: otherLayout } }
  }

  return {
    open(documentId, options) {
      const firstLook = firstLookFor(documentId, options)
      const made = createPageView(port, documentId, options, firstLook, () => views.delete(made.viewId))
      firstLooks.delete(documentId)
      views.set(made.viewId, made)
      return made.view
    },
    takeNotice: (notice) => views.get(notice.viewId)?.takeNotice(notice),
    takeFirstRows({ documentId, firstRows, lineCount, byteLength, complete, revision }) {
      if (firstRows === null) return
      const { rowCount, run } = firstRows
      const snapshot = {
        ...{ rowCount, lineCount, byteLength, complete, revision },
        layout: 0,
        laidOutLineCount: lineCount,
        hiddenLineCounts: { filter: 0, fold: 0 },
        options: plainView,
      }
      firstLooks.set(documentId, { snapshot, rows: run.rows })
    },
    forget(documentIds) {
      for (const documentId of documentIds) firstLooks.delete(documentId)
      for (const { view, forget } of views.values()) {
        if (documentIds.includes(view.documentId)) forget()
      }
    },
  }
}
