import { type Background, createBackground, sliceMs } from '../background.ts'
import type { LogDocument } from '../log-document.ts'
import type { GrowthNotice, ToPage, ToWorker, ViewNotice } from '../protocol.ts'
import { createLaidLog, screenRows } from './laid-log.ts'
import { plainView } from './view-options.ts'
import { createWorkerView, type WorkerView } from './worker-view.ts'

/** As often as growth is told of: a count that goes up ten times a second looks alive. */
const noticeEveryMs = 100

export type ViewMessage = Extract<ToWorker, { readonly viewId: number }>

/** The views of all readers of one page. */
export interface ViewServer {
  handle(message: ViewMessage): void
  /** Somebody looks at the document. */
  isViewed(documentId: string): boolean
  /** Texts have changed: answers what to tell at once, and sees to the rest. */
  takeNotices(documentIds: ReadonlySet<string>): readonly ViewNotice[]
}

export function serveViews(
  findDocument: (documentId: string) => LogDocument | undefined,
  send: (message: ToPage) => void,
  pause: () => Promise<void> | undefined,
): ViewServer {
  const views = new Map<number, WorkerView>()
  let toldAt = 0

  const tell = (): void => {
    toldAt = performance.now()
    const notices = [...views.values()].flatMap((view) => view.takeNotice() ?? [])
    if (notices.length > 0) send({ type: 'growth', notices: [], views: notices, isFirst: false })
  }

  const work = (untilMs: number): boolean => {
    const isDone = [...views.values()].every((view) => view.advance(untilMs))
    if (isDone || performance.now() >= toldAt + noticeEveryMs) tell()
    return isDone
  }
  const background: Background = createBackground(work, pause)

  const open = (message: Extract<ViewMessage, { readonly type: 'open-view' }>): void => {
    const { viewId, documentId } = message
    const view = createWorkerView(viewId, documentId, () => findDocument(documentId), message)
    views.set(viewId, view)
    const isDone = view.advance(performance.now() + sliceMs)
    tell()
    if (!isDone) background.wake()
  }

  const layOut = (message: Extract<ViewMessage, { readonly type: 'lay-out' }>, view: WorkerView): void => {
    const { requestId } = message
    view.layOut(message, message.anchor, (laidOut) => send({ type: 'laid-out', requestId, laidOut }))
    if (!view.advance(performance.now() + sliceMs)) background.wake()
  }

  /** A closed view answers like an empty one. */
  const refuse = (message: ViewMessage): void => {
    const { type } = message
    if (type === 'lay-out') send({ type: 'laid-out', requestId: message.requestId, laidOut: null })
    else if (type === 'row-of') send({ type, requestId: message.requestId, rowIndex: 0 })
    else if (type === 'rows') {
      const run = { firstRowIndex: message.firstRowIndex, rows: [] }
      send({ type, requestId: message.requestId, layout: 0, run })
    }
  }

  const answer = (message: ViewMessage, view: WorkerView): void => {
    switch (message.type) {
      case 'lay-out':
        layOut(message, view)
        break
      case 'rows': {
        const { type, requestId, firstRowIndex, lastRowIndex } = message
        send({ type, requestId, ...view.rows(firstRowIndex, lastRowIndex) })
        break
      }
      case 'row-of': {
        const { type, requestId, place } = message
        view.rowOf(place, (rowIndex) => send({ type, requestId, rowIndex }))
        background.wake()
        break
      }
      case 'close-view':
        view.close()
        views.delete(message.viewId)
        break
      case 'open-view':
        break
    }
  }

  return {
    handle(message) {
      const view = views.get(message.viewId)
      if (message.type === 'open-view') open(message)
      else if (view === undefined) refuse(message)
      else answer(message, view)
    },
    isViewed: (documentId) => [...views.values()].some((view) => view.documentId === documentId),
    takeNotices(documentIds) {
      const concerned = [...views.values()].filter((view) => documentIds.has(view.documentId))
      const untilMs = performance.now() + sliceMs
      const areDone = concerned.map((view) => view.advance(untilMs))
      if (areDone.includes(false)) background.wake()
      return concerned.flatMap((view) => view.takeNotice() ?? [])
    },
  }
}

/** The first screen of a text nobody has opened a view of yet: most likely one is about to be. */
export function firstRows(document: LogDocument): GrowthNotice['firstRows'] {
  const laid = createLaidLog(document, plainView)
  laid.advance(Number.POSITIVE_INFINITY)
  return { rowCount: laid.rowCount, run: laid.run(0, screenRows - 1) }
}
