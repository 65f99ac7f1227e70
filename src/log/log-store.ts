import { createLineCache, type LineCache } from './line-cache.ts'
import type { LogLine, LogSlice } from './log-document.ts'
import type { LogMeaning } from './meaning/log-meaning.ts'
import { createPagePort } from './page-port.ts'
import type {
  FramePort,
  GrowthNotice,
  LogFrame,
  OpenOutcome,
  OpenRequest,
  ToPage,
  ToWorker,
} from './protocol.ts'
import type { LogSearch } from './search/log-search.ts'
import type { SearchQuery } from './search/search-query.ts'
import type { LogView } from './view/log-view.ts'
import { createPageMeanings } from './view/page-meanings.ts'
import { createPageSearches } from './view/page-searches.ts'
import { createPageViews } from './view/page-views.ts'
import type { ViewOptions } from './view/view-options.ts'

/** What is known of a text without looking into it. The same object as long as nothing changed. */
export interface LogSnapshot {
  readonly lineCount: number
  readonly byteLength: number
  /** The newest version has been received whole. */
  readonly complete: boolean
  /** How often a newer version contradicted what was here, instead of adding to it. */
  readonly revision: number
}

interface OpenHandlers {
  /** Headers in stream order, at most 500 a call, each before or after its text is complete. */
  readonly onFrames: (frames: readonly LogFrame[]) => void
  /** Called exactly once, last. */
  readonly onFinish: (outcome: OpenOutcome) => void
}

interface OpenHandle {
  /** Stops the fetch; `onFinish` still comes, as `aborted`. What has arrived stays. */
  abort(): void
}

/** The page's side of the log worker: handles and numbers here, text there. */
export interface LogStore {
  open(request: OpenRequest, handlers: OpenHandlers): OpenHandle
  /** Calls `listener` after every change of the document's snapshot. Answers how to stop. */
  watch(documentId: string, listener: () => void): () => void
  /** `null` until anything of the document has arrived, and after it was dropped. */
  snapshot(documentId: string): LogSnapshot | null
  /** Lines `first` to `last`, both included, cut to those there are. Asks the worker for what is not cached. */
  lines(documentId: string, firstLineIndex: number, lastLineIndex: number): Promise<readonly LogLine[]>
  /** The line if it is already on this side: what a row may paint now. */
  peek(documentId: string, lineIndex: number): LogLine | undefined
  /** A piece of a long line, in bytes of that line. */
  slice(documentId: string, lineIndex: number, byteStart: number, byteEnd: number): Promise<LogSlice>
  /** The whole text, for a download or a copy. */
  bytes(documentId: string): Promise<Blob>
  /** Lays a text out in rows; also one that has not arrived yet. The view is to be closed when nobody looks. */
  openView(documentId: string, options: ViewOptions): LogView
  /** Searches a text, also one that has not arrived yet. The search is to be closed when nobody wants it. */
  search(documentId: string, query: SearchQuery): LogSearch
  /** Finds out what a text's lines mean. To be closed when nobody wants to know. */
  meaning(documentId: string): LogMeaning
  /** What a line is known by in a link; null when it says too little, or is not there. */
  anchorOf(documentId: string, lineIndex: number): Promise<string | null>
  /** The line nearest to `lineIndex` that an anchor was made of; null when there is none. */
  findAnchor(documentId: string, lineIndex: number, anchor: string): Promise<number | null>
  /** Forgets a collection's texts and stops what is being fetched for it. */
  drop(collection: string): void
}

interface PendingRange {
  readonly from: number
  readonly to: number
  readonly fetched: Promise<void>
}

interface PageDocument {
  readonly cache: LineCache
  readonly listeners: Set<() => void>
  readonly pending: Set<PendingRange>
  snapshot: LogSnapshot | null
}

/** Talks to `serveLogs` on the other end of `port`. One store per worker. */
export function createLogStore(port: FramePort): LogStore {
  const documents = new Map<string, PageDocument>()
  const opened = new Map<number, OpenHandlers>()
  const documentOf = (documentId: string): PageDocument => {
    const kept = documents.get(documentId)
    if (kept !== undefined) return kept
    const made: PageDocument = {
      cache: createLineCache(),
      listeners: new Set(),
      pending: new Set(),
      snapshot: null,
    }
    documents.set(documentId, made)
    return made
  }

  const tell = (document: PageDocument): void => {
    for (const listener of document.listeners) listener()
  }

  const takeNotice = (notice: GrowthNotice): void => {
    const document = documentOf(notice.documentId)
    const { lineCount, byteLength, complete, revision } = notice
    document.cache.outdate(notice.changedFromLineIndex, lineCount)
    for (const run of notice.runs) document.cache.put(run)
    views.takeFirstRows(notice)
    const next: LogSnapshot = { lineCount, byteLength, complete, revision }
    if (isSame(document.snapshot, next)) return
    document.snapshot = next
    tell(document)
  }

  const forget = (documentId: string): void => {
    const document = documents.get(documentId)
    if (document === undefined) return
    document.snapshot = null
    document.cache.outdate(0, 0)
    if (document.listeners.size === 0) documents.delete(documentId)
    tell(document)
  }

  const finish = (openId: number, outcome: OpenOutcome): void => {
    const handlers = opened.get(openId)
    opened.delete(openId)
    handlers?.onFinish(outcome)
  }

  const receive = (message: ToPage): void => {
    switch (message.type) {
      case 'frames':
        opened.get(message.openId)?.onFrames(message.frames)
        break
      case 'growth':
        message.notices.forEach(takeNotice)
        message.views.forEach(views.takeNotice)
        if (message.isFirst) void painted().then(() => send({ type: 'painted' }))
        break
      case 'findings':
        message.searches.forEach(searches.takeNotice)
        message.meanings.forEach(meanings.takeNotice)
        break
      case 'finish':
        finish(message.openId, message.outcome)
        break
      case 'dropped':
        message.documentIds.forEach(forget)
        views.forget(message.documentIds)
        break
    }
  }

  const pagePort = createPagePort(port, receive)
  const { ask, send, nextId } = pagePort
  const views = createPageViews(pagePort)
  const searches = createPageSearches(pagePort)
  const meanings = createPageMeanings(pagePort)

  const fetchRange = async (documentId: string, from: number, to: number): Promise<void> => {
    const { cache, pending } = documentOf(documentId)
    const fetched = ask('lines', (requestId) => ({
      type: 'lines',
      requestId,
      documentId,
      firstLineIndex: from,
      lastLineIndex: to,
    })).then(({ run }) => cache.put(run))
    const range = { from, to, fetched }
    pending.add(range)
    await fetched
    pending.delete(range)
  }

  /** Fetches what is missing, each range only once however many ask for it at the same time. */
  const fill = async (documentId: string, from: number, to: number): Promise<void> => {
    const { cache, pending, snapshot } = documentOf(documentId)
    const ranges = cache.missing(from, to, snapshot?.lineCount ?? 0)
    const work = ranges.map(([first, last]) => {
      const running = [...pending].find((range) => range.from <= first && range.to >= last)
      return running?.fetched ?? fetchRange(documentId, first, last)
    })
    await Promise.all(work)
  }

  return {
    open(request, handlers) {
      const openId = nextId()
      opened.set(openId, handlers)
      send({ type: 'open', openId, request })
      return { abort: () => send({ type: 'abort', openId }) }
    },
    watch(documentId, listener) {
      const { listeners } = documentOf(documentId)
      if (listeners.size === 0) send({ type: 'watch', documentId, watched: true })
      listeners.add(listener)
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        send({ type: 'watch', documentId, watched: false })
      }
    },
    snapshot: (documentId) => documents.get(documentId)?.snapshot ?? null,
    async lines(documentId, firstLineIndex, lastLineIndex) {
      await fill(documentId, firstLineIndex, lastLineIndex)
      const { cache, snapshot } = documentOf(documentId)
      const from = Math.max(0, firstLineIndex)
      const count = Math.max(0, Math.min(lastLineIndex + 1, snapshot?.lineCount ?? 0) - from)
      return Array.from({ length: count }, (_, offset) => cache.peek(from + offset) ?? absentLine)
    },
    peek: (documentId, lineIndex) => documents.get(documentId)?.cache.peek(lineIndex),
    async slice(documentId, lineIndex, byteStart, byteEnd) {
      const type = 'slice'
      const toMessage = (requestId: number): ToWorker => ({
        type,
        requestId,
        documentId,
        lineIndex,
        byteStart,
        byteEnd,
      })
      return (await ask(type, toMessage)).slice
    },
    async bytes(documentId) {
      return (await ask('bytes', (requestId) => ({ type: 'bytes', requestId, documentId }))).blob
    },
    openView: views.open,
    search: searches.open,
    meaning: meanings.open,
    async anchorOf(documentId, lineIndex) {
      const type = 'anchor-of'
      return (await ask(type, (requestId) => ({ type, requestId, documentId, lineIndex }))).anchor
    },
    async findAnchor(documentId, lineIndex, anchor) {
      const type = 'find-anchor'
      return (await ask(type, (requestId) => ({ type, requestId, documentId, lineIndex, anchor }))).lineIndex
    },
    drop: (collection) => send({ type: 'drop', collection }),
  }
}

/** Resolves when what is rendered now has been painted. Outside a page there is nothing to wait for. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestAnimationFrame === 'undefined') resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}

/** Stands in for a line that went away while it was asked for. */
const absentLine: LogLine = { text: '', byteLength: 0, shownBytes: 0 }

function isSame(a: LogSnapshot | null, b: LogSnapshot): boolean {
  return (
    a !== null &&
    a.lineCount === b.lineCount &&
    a.byteLength === b.byteLength &&
    a.complete === b.complete &&
    a.revision === b.revision
  )
}
