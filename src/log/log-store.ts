import { type GrowthNotice, unpackGrowth } from './growth-notice.ts'
import type { LogLine } from './log-document.ts'
import type { LogMeaning } from './meaning/log-meaning.ts'
import { createPagePort } from './page-port.ts'
import type { FoundLine, FramePort, LogFrame, OpenOutcome, OpenRequest, ToPage } from './protocol.ts'
import type { LogSearch } from './search/log-search.ts'
import type { ManyFound } from './search/search-many.ts'
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
  /** `null` until anything of the document has arrived, and after it was dropped. */
  snapshot(documentId: string): LogSnapshot | null
  /** Lines `first` to `last`, both included, cut to those there are. For texts that nobody reads in a view. */
  lines(documentId: string, firstLineIndex: number, lastLineIndex: number): Promise<readonly LogLine[]>
  /** Of each of these texts the last line that says anything, `''` where none does; cut like lines are. */
  lastLines(documentIds: readonly string[]): Promise<readonly string[]>
  /** The whole text, for a download or a copy. */
  bytes(documentId: string): Promise<Blob>
  /** Lays a text out in rows; also one that has not arrived yet. The view is to be closed when nobody looks. */
  openView(documentId: string, options: ViewOptions): LogView
  /** Searches a text, also one that has not arrived yet. The search is to be closed when nobody wants it. */
  search(documentId: string, query: SearchQuery): LogSearch
  /**
   * Which texts contain this one, whatever the case: all texts of the collection that `besideId` is in. Told in
   * pieces; to be closed when nobody wants to know.
   */
  searchMany(besideId: string, text: string, tell: (found: ManyFound) => void): { close(): void }
  /** Finds out what a text's lines mean. To be closed when nobody wants to know. */
  meaning(documentId: string): LogMeaning
  /** What a line is known by in a link; null when it says too little, or is not there. */
  anchorOf(documentId: string, lineIndex: number): Promise<string | null>
  /** The line nearest to `lineIndex` that an anchor was made of, or may have been; null when there is none. */
  findAnchor(documentId: string, lineIndex: number, anchor: string): Promise<FoundLine | null>
  /** Forgets a collection's texts and stops what is being fetched for it. */
  drop(collection: string): void
}

/** Talks to `serveLogs` on the other end of `port`. One store per worker. */
export function createLogStore(port: FramePort): LogStore {
  const snapshots = new Map<string, LogSnapshot>()
  const opened = new Map<number, OpenHandlers>()
  const manySearches = new Map<number, (found: ManyFound) => void>()

  const takeNotice = (notice: GrowthNotice): void => {
    const { documentId, lineCount, byteLength, complete, revision } = notice
    const next: LogSnapshot = { lineCount, byteLength, complete, revision }
    if (!isSame(snapshots.get(documentId), next)) snapshots.set(documentId, next)
    views.takeFirstRows(notice)
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
      case 'news':
        // All in one message, or the page would render for each.
        if (message.growth !== null) unpackGrowth(message.growth).forEach(takeNotice)
        message.views.forEach(views.takeNotice)
        message.searches.forEach(searches.takeNotice)
        message.meanings.forEach(meanings.takeNotice)
        if (message.isFirst) void painted().then(() => send({ type: 'painted' }))
        break
      case 'found-many':
        manySearches.get(message.searchId)?.(message.found)
        break
      case 'finish':
        finish(message.openId, message.outcome)
        break
      case 'dropped':
        for (const documentId of message.documentIds) snapshots.delete(documentId)
        views.forget(message.documentIds)
        break
    }
  }

  const pagePort = createPagePort(port, receive)
  const { ask, send, nextId } = pagePort
  const views = createPageViews(pagePort)
  const searches = createPageSearches(pagePort)
  const meanings = createPageMeanings(pagePort)

  return {
    open(request, handlers) {
      const openId = nextId()
      opened.set(openId, handlers)
      send({ type: 'open', openId, request })
      return { abort: () => send({ type: 'abort', openId }) }
    },
    snapshot: (documentId) => snapshots.get(documentId) ?? null,
    async lines(documentId, firstLineIndex, lastLineIndex) {
      const question = { type: 'lines', documentId, firstLineIndex, lastLineIndex } as const
      return (await ask('lines', (requestId) => ({ ...question, requestId }))).lines
    },
    async lastLines(documentIds) {
      const type = 'last-lines'
      return (await ask(type, (requestId) => ({ type, requestId, documentIds }))).lines
    },
    async bytes(documentId) {
      return (await ask('bytes', (requestId) => ({ type: 'bytes', requestId, documentId }))).blob
    },
    openView: views.open,
    search: searches.open,
    searchMany(besideId, text, tell) {
      const searchId = nextId()
      manySearches.set(searchId, tell)
      send({ type: 'search-many', searchId, besideId, text })
      return {
        close() {
          manySearches.delete(searchId)
          send({ type: 'close-search-many', searchId })
        },
      }
    },
    meaning: meanings.open,
    async anchorOf(documentId, lineIndex) {
      const type = 'anchor-of'
      return (await ask(type, (requestId) => ({ type, requestId, documentId, lineIndex }))).anchor
    },
    async findAnchor(documentId, lineIndex, anchor) {
      const type = 'find-anchor'
      return (await ask(type, (requestId) => ({ type, requestId, documentId, lineIndex, anchor }))).found
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

function isSame(a: LogSnapshot | undefined, b: LogSnapshot): boolean {
  return (
    a !== undefined &&
    a.lineCount === b.lineCount &&
    a.byteLength === b.byteLength &&
    a.complete === b.complete &&
    a.revision === b.revision
  )
}
