import { createBackground } from '../background.ts'
import { createBreather } from '../breather.ts'
import type { GrowthNotice } from '../growth-notice.ts'
import type { LogDocument } from '../log-document.ts'
import type { MeaningNotice, SearchNotice, ToPage, ToWorker, ViewNotice } from '../protocol.ts'
import type { CreateMatcher } from '../search/matcher-port.ts'
import { createIndexKeeper } from './index-keeper.ts'
import { createLaidLog, firstScreenRows } from './laid-log.ts'
import { anchorPart, fetchParts } from './late-part.ts'
import type { LogIndexes } from './log-indexes.ts'
import { type MeaningMessage, serveMeanings } from './serve-meanings.ts'
import { type SearchMessage, serveSearches } from './serve-searches.ts'
import { serveViews, type ViewMessage } from './serve-views.ts'
import { plainView } from './view-options.ts'

/** A count that goes up ten times a second looks alive. */
const noticeEveryMs = 100
/** While a stream is read, what nobody waits for gets one slice in sixteen. */
const yieldMs = 120
/** Rows that nobody sees yet wait no longer than this for a search. */
const maxHeldMs = 100
/** So few lines are looked at in a millisecond or two. */
const nearbyLines = 1_000
/** As long as a message may have to wait for its answer. */
const breatheEveryMs = 8

type AnchorMessage = Extract<ToWorker, { readonly type: 'anchor-of' | 'find-anchor' }>
type ReaderMessage = ViewMessage | SearchMessage | MeaningMessage | AnchorMessage

/** What the page does not know yet. */
interface ReaderNews {
  readonly views: readonly ViewNotice[]
  readonly searches: readonly SearchNotice[]
  readonly meanings: readonly MeaningNotice[]
}

/** Everything that readers of one page want to know of texts, found out between other work. */
export interface ReaderServer {
  handle(message: ReaderMessage): void
  isViewed(documentId: string): boolean
  /** Texts have changed: answers what the page should know at once, and sees to the rest. */
  takeNews(documentIds: ReadonlySet<string>): ReaderNews
  /** The first screen of a text of which no view is open yet: one is likely to be. */
  firstRows(documentId: string): GrowthNotice['firstRows']
  /** The texts are gone. */
  forget(documentIds: readonly string[]): void
}

/** What the readers' server needs of its host. */
export interface ReaderHost {
  findDocument(documentId: string): LogDocument | undefined
  send(message: ToPage): void
  /** While it answers a promise, work that nobody waits for rests. */
  pause(): Promise<void> | undefined
  /** Text is coming in just now. */
  isReading(): boolean
  /** The text has grown, and its news are about to be taken: what else there is to say of it goes with them. */
  isGrown(documentId: string): boolean
  readonly createMatcher: CreateMatcher
}

export function serveReaders(host: ReaderHost): ReaderServer {
  const { findDocument, send } = host
  const keeper = createIndexKeeper(findDocument, host.createMatcher, (documentId) => {
    views.refresh(documentId)
    background.wake()
  })
  const views = serveViews(keeper.find, send)
  const searches = serveSearches(keeper.find, send)
  const meanings = serveMeanings(keeper.find, send)
  let toldAt = 0
  let arePartsWanted = false
  let isSearching = false
  /** Questions for rows that nobody sees yet: somebody waits for the count of a search. */
  let held: readonly ReaderMessage[] = []
  let heldSince = 0

  const takeNews = (isOf: (documentId: string) => boolean): ReaderNews => ({
    views: views.takeNotices(isOf),
    searches: searches.takeNotices(),
    meanings: meanings.takeNotices(isOf),
  })

  const tell = (isOf = (documentId: string) => !host.isGrown(documentId)): void => {
    toldAt = performance.now()
    const news = takeNews(isOf)
    if (news.views.length + news.searches.length + news.meanings.length > 0)
      send({ type: 'news', growth: null, ...news, isFirst: false })
  }

  const isOver = (untilMs: number): boolean => performance.now() >= untilMs

  /** There is a text, and its first rows have been painted. */
  const fetchWanted = (indexes: readonly unknown[]): void => {
    if (!arePartsWanted || indexes.length === 0) return
    arePartsWanted = false
    void fetchParts()
  }

  /** In this order: what is looked at, what is looked for, what lines mean, in which style they begin. */
  const advance = (untilMs: number): number => {
    if (!views.advance(untilMs)) return 0
    const open = [...views.documentIds(), ...searches.begin(), ...meanings.documentIds()]
    const indexes = [...new Set(open)].flatMap((documentId) => keeper.find(documentId) ?? [])
    fetchWanted(indexes)
    for (const { advanceSearches } of indexes) if (!advanceSearches(untilMs)) return 0
    isSearching = false
    const laterMs = host.isReading() ? yieldMs : 0
    for (const { meaning, styles } of indexes) {
      if (isOver(untilMs) || !meaning.advance(untilMs)) return laterMs
      if (isOver(untilMs) || !styles.advance(untilMs)) return laterMs
    }
    return Number.POSITIVE_INFINITY
  }

  const work = (untilMs: number): number => {
    const waitMs = advance(untilMs)
    meanings.settle()
    const isDue = waitMs === Number.POSITIVE_INFINITY || performance.now() >= toldAt + noticeEveryMs
    if (isDue || searches.hasEnded()) tell()
    if (!isSearching || performance.now() > heldSince + maxHeldMs) answerHeld()
    return waitMs
  }
  const background = createBackground(work, host.pause)

  /**
   * Texts of which nearly all is known: what their new lines mean is found out before they are told of. Told of without, they
   * would be made, sent and painted twice.
   */
  const nearlyKnown = (documentIds: ReadonlySet<string>): readonly LogIndexes[] =>
    meanings.documentIds().flatMap((documentId) => {
      const indexes = documentIds.has(documentId) ? keeper.find(documentId) : undefined
      if (indexes === undefined) return []
      const known = indexes.meaning.state().scannedLineCount
      return known > 0 && indexes.document.lineCount - known <= nearbyLines ? [indexes] : []
    })

  const answerAnchor = async (message: AnchorMessage): Promise<void> => {
    const { requestId, documentId, lineIndex } = message
    const part = await anchorPart.fetch().catch(() => null)
    const document = findDocument(documentId)
    if (message.type === 'anchor-of') {
      const anchor = document === undefined ? '' : part?.lineAnchor(document, lineIndex)
      send({ type: 'anchor-of', requestId, anchor: anchor || null })
      return
    }
    const breather = createBreather(breatheEveryMs)
    const found =
      document === undefined
        ? null
        : await part?.findAnchor(document, lineIndex, message.anchor, breather.breathe)
    breather.close()
    send({ type: 'find-anchor', requestId, found: found ?? null })
  }

  const answerHeld = (): void => {
    const questions = held
    held = []
    questions.forEach(handle)
  }

  const hold = (message: ReaderMessage): void => {
    if (held.length === 0) heldSince = performance.now()
    held = [...held, message]
  }

  const handle = (message: ReaderMessage): void => {
    if ('viewId' in message) views.handle(message)
    else if ('searchId' in message) searches.handle(message)
    else if ('meaningId' in message) meanings.handle(message)
    else void answerAnchor(message)
  }

  return {
    handle(message) {
      if (isSearching && message.type === 'rows' && message.isAhead) hold(message)
      else handle(message)
      arePartsWanted ||= wantsParts(message)
      if (message.type === 'open-search') {
        // Most searches have ended before the first beat: to tell of their beginning would make the page render twice.
        toldAt = performance.now()
        isSearching = true
      }
      // Whoever opens a view of a text that is there should see it now.
      if (message.type === 'open-view') tell(() => true)
      if (message.type !== 'rows') background.wake()
    },
    isViewed: (documentId) => views.documentIds().includes(documentId),
    takeNews(documentIds) {
      background.wake()
      const untilMs = performance.now() + breatheEveryMs
      views.advance(untilMs)
      for (const { meaning, styles } of nearlyKnown(documentIds)) {
        meaning.advance(untilMs)
        styles.advance(untilMs)
      }
      return takeNews((documentId) => documentIds.has(documentId))
    },
    firstRows(documentId) {
      const indexes = keeper.find(documentId)
      if (indexes === undefined) return null
      const laid = createLaidLog(indexes, plainView)
      laid.advance(Number.POSITIVE_INFINITY)
      return { rowCount: laid.rowCount, run: laid.run(0, firstScreenRows - 1) }
    },
    forget: keeper.forget,
  }
}

/** Rows as they are need no more than the text. */
function wantsParts(message: ReaderMessage): boolean {
  switch (message.type) {
    case 'open-view':
    case 'lay-out':
      return message.options.filter !== null || message.options.folds.isAllFolded
    case 'rows':
    case 'row-of':
    case 'close-view':
      return false
    default:
      return true
  }
}
