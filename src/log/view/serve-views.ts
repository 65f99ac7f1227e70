import { sliceMs } from '../background.ts'
import type { ToPage, ToWorker, ViewNotice } from '../protocol.ts'
import { copyPart } from './late-part.ts'
import type { LogIndexes } from './log-indexes.ts'
import { overviewOf } from './overview.ts'
import { createWorkerView, type WorkerView } from './worker-view.ts'

export type ViewMessage = Extract<ToWorker, { readonly viewId: number }>

/** The views of one page. */
export interface ViewServer {
  handle(message: ViewMessage): void
  /** Texts that are viewed. */
  documentIds(): readonly string[]
  /** Lays out more until `untilMs`; true when there is nothing to do for now. */
  advance(untilMs: number): boolean
  /** What the page does not know yet of the views of some texts. */
  takeNotices(isOf: (documentId: string) => boolean): readonly ViewNotice[]
  /** A search in the text has found something out. */
  refresh(documentId: string): void
}

export function serveViews(
  findIndexes: (documentId: string) => LogIndexes | undefined,
  send: (message: ToPage) => void,
): ViewServer {
  const views = new Map<number, WorkerView>()
  /** Copies under way, and the view each is of. */
  const copies = new Map<number, { readonly viewId: number; readonly leaving: AbortController }>()

  const open = (message: Extract<ViewMessage, { readonly type: 'open-view' }>): void => {
    const { viewId, documentId } = message
    const view = createWorkerView(viewId, documentId, () => findIndexes(documentId), message)
    views.set(viewId, view)
    view.advance(performance.now() + sliceMs)
  }

  const answer = (message: ViewMessage, view: WorkerView): void => {
    switch (message.type) {
      case 'lay-out': {
        const { requestId, anchor } = message
        view.layOut(message, anchor, (laidOut) => send({ type: 'laid-out', requestId, laidOut }))
        view.advance(performance.now() + sliceMs)
        break
      }
      case 'rows': {
        const { type, requestId, firstRowIndex, lastRowIndex } = message
        send({ type, requestId, ...view.rows(firstRowIndex, lastRowIndex) })
        break
      }
      case 'row-of': {
        const { type, requestId, place } = message
        view.rowOf(place, (rowIndex) => {
          // The page has to know of the row before it goes there.
          const notice = view.takeNotice()
          if (notice !== null) send({ type: 'news', ...noNews, views: [notice] })
          send({ type, requestId, rowIndex })
        })
        break
      }
      case 'overview': {
        const { type, requestId, bucketCount } = message
        send({ type, requestId, overview: overviewOf(view.laid, bucketCount) })
        break
      }
      case 'copy': {
        const { type, requestId, viewId, range, options } = message
        const leaving = new AbortController()
        copies.set(requestId, { viewId, leaving })
        const onProgress = nowAndThen((share) => send({ type: 'copy-progress', copyId: requestId, share }))
        const wanted = { range, options, signal: leaving.signal, onProgress }
        const { laid, documentId } = view
        void copyPart
          .fetch()
          .then(({ copyView }) => copyView(laid, findIndexes(documentId), wanted))
          .catch(() => null)
          .then((copied) => {
            copies.delete(requestId)
            send({ type, requestId, copied })
          })
        break
      }
      case 'keep-end':
        view.keepEnd(message.rowCount)
        break
      case 'stop-copy':
        copies.get(message.copyId)?.leaving.abort()
        break
      case 'close-view':
        view.close()
        views.delete(message.viewId)
        for (const { viewId, leaving } of copies.values()) if (viewId === message.viewId) leaving.abort()
        break
      case 'open-view':
        break
    }
  }

  return {
    handle(message) {
      const view = views.get(message.viewId)
      if (message.type === 'open-view') open(message)
      else if (view === undefined) refuse(message, send)
      else answer(message, view)
    },
    documentIds: () => [...views.values()].map(({ documentId }) => documentId),
    advance: (untilMs) => [...views.values()].map((view) => view.advance(untilMs)).every((isIdle) => isIdle),
    takeNotices: (isOf) =>
      [...views.values()]
        .filter(({ documentId }) => isOf(documentId))
        .flatMap((view) => view.takeNotice() ?? []),
    refresh(documentId) {
      for (const view of views.values()) if (view.documentId === documentId) view.refresh()
    },
  }
}

const noNews = { growth: null, searches: [], meanings: [], isFirst: false } as const

/** Tells ten times a second at most, and nothing of what is done by then. */
function nowAndThen(tell: (share: number) => void): (share: number) => void {
  let toldAt = performance.now()
  return (share) => {
    if (performance.now() < toldAt + 100) return
    toldAt = performance.now()
    tell(share)
  }
}

/** A closed view answers like an empty one. */
function refuse(message: ViewMessage, send: (message: ToPage) => void): void {
  const { type } = message
  if (type === 'lay-out') send({ type: 'laid-out', requestId: message.requestId, laidOut: null })
  else if (type === 'row-of') send({ type, requestId: message.requestId, rowIndex: 0 })
  else if (type === 'rows') {
    const run = { firstRowIndex: message.firstRowIndex, rows: [] }
    send({ type, requestId: message.requestId, layout: -1, run })
  } else if (type === 'overview') {
    send({ type, requestId: message.requestId, overview: overviewOf(null, message.bucketCount) })
  } else if (type === 'copy') {
    send({ type, requestId: message.requestId, copied: { blob: new Blob([]), lineCount: 0, maskedCount: 0 } })
  }
}
