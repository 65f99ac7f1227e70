import { type Collections, collectionOf, createCollections } from './collections.ts'
import type { FrameReaderHeader, FrameSink } from './frame-reader.ts'
import { readFrameStream } from './frame-stream.ts'
import { beginKnown, type KnownTexts, noTexts } from './known-texts.ts'
import { lastLine } from './last-line.ts'
import { localMatcher } from './local-matcher.ts'
import type { LogDocument, LogVersion } from './log-document.ts'
import { createNews } from './log-news.ts'
import type { createNaming, Named, PlainHash } from './name-texts.ts'
import { createPause } from './pause.ts'
import type { FramePort, OpenOutcome, OpenRequest, ToPage, ToWorker } from './protocol.ts'
import type { CreateMatcher } from './search/matcher-port.ts'
import type { ManyFound } from './search/search-many.ts'
import { manyPart, namingPart } from './view/late-part.ts'
import { serveReaders } from './view/serve-readers.ts'

/** Reading waits no longer than this for the first paint: a hidden page paints nothing. */
const maxPaintMs = 100
/** A stream that has brought something so lately is still bringing more. */
const readingMs = 200

/** What the one who serves brings along. */
export interface ServeOptions {
  /**
   * Checks a frame's header, here rather than on the page's thread: what the page gets to see of it, null when it
   * cannot be read. Not given: the header as it came.
   */
  readonly checkHeader?: (header: FrameReaderHeader) => unknown
  /**
   * A place of its own for regular expressions, where they can be stopped. Not given: they run here, and one that
   * takes for ever holds everything up.
   */
  readonly createMatcher?: CreateMatcher
  /** Fetches a SHA-256 for where there is no WebCrypto (plain HTTP). Not given: there whole logs travel again and again. */
  readonly loadHash?: () => Promise<PlainHash>
}

interface OpenStream {
  readonly collection: string
  readonly controller: AbortController
}

/**
 * The worker's side: fetches frame streams, keeps their texts, and answers for the lines somebody looks at.
 * Call once, with the worker's own `self` (or one end of a message channel in tests).
 */
export function serveLogs(port: FramePort, options: ServeOptions = {}): void {
  const { checkHeader = (header) => header } = options
  const collections = createCollections()
  const streams = new Map<number, OpenStream>()
  const send = (message: ToPage): void => port.postMessage(message)
  const paint = createPause(maxPaintMs)
  let readAt = Number.NEGATIVE_INFINITY
  const readers = serveReaders({
    findDocument: collections.get,
    send,
    pause: paint.over,
    isReading: () => performance.now() < readAt + readingMs,
    isGrown: (documentId) => news.isChanged(documentId),
    createMatcher: options.createMatcher ?? localMatcher,
  })
  const news = createNews({ collections, readers, paint, send })
  let naming: ReturnType<typeof createNaming> | null = null

  /** Who cannot say what is here gets all of it. */
  const nameTexts = async (request: OpenRequest): Promise<Named> => {
    const part = request.continues === true ? await namingPart.fetch().catch(() => null) : null
    if (part === null) return { request, known: noTexts }
    naming ??= part.createNaming(collections, readers.isViewed, options.loadHash)
    return await naming(request)
  }

  const open = async (openId: number, request: OpenRequest): Promise<void> => {
    const controller = new AbortController()
    streams.set(openId, { collection: request.collection, controller })
    const { request: stream, known } = await nameTexts(request)
    let isOutdated = false
    const sink = createSink(request.collection, collections, known, {
      onFrame: ({ header, documentId }) => news.addFrame(openId, { header: checkHeader(header), documentId }),
      onChange: news.addChange,
      onOutdated: () => {
        isOutdated = true
      },
    })
    const ended = await readFrameStream(stream, controller.signal, sink, () => {
      readAt = performance.now()
      return news.afterChunk()
    })
    const outcome: OpenOutcome = isOutdated && ended.kind === 'complete' ? { kind: 'outdated' } : ended
    streams.delete(openId)
    news.flush()
    send({ type: 'finish', openId, outcome })
  }

  const searches = new Set<number>()
  const search = ({ searchId, besideId, text }: Extract<ToWorker, { type: 'search-many' }>): void => {
    searches.add(searchId)
    const tell = (found: ManyFound) => send({ type: 'found-many', searchId, found })
    const isStopped = () => !searches.has(searchId)
    // A part that cannot be had is asked for again with the next text.
    void manyPart.fetch().then(
      ({ searchMany }) => searchMany(collections, collectionOf(besideId), text, tell, isStopped),
      () => undefined,
    )
  }

  const drop = (collection: string): void => {
    for (const stream of streams.values()) {
      if (stream.collection === collection) stream.controller.abort()
    }
    const documentIds = collections.drop(collection)
    readers.forget(documentIds)
    send({ type: 'dropped', collection, documentIds })
  }

  const handle = (message: ToWorker): void => {
    switch (message.type) {
      case 'open':
        void open(message.openId, message.request)
        break
      case 'abort':
        streams.get(message.openId)?.controller.abort()
        break
      case 'drop':
        drop(message.collection)
        break
      case 'search-many':
        search(message)
        break
      case 'close-search-many':
        searches.delete(message.searchId)
        break
      case 'painted':
        paint.end()
        break
      case 'last-lines': {
        // Who lists texts by their last lines looks for words in all of them next: the first key should not wait for a script.
        void manyPart.fetch().catch(() => undefined)
        const lines = message.documentIds.map((documentId) => lastLine(collections.get(documentId)))
        send({ type: 'last-lines', requestId: message.requestId, lines })
        break
      }
      case 'lines':
      case 'bytes':
        send(answer(message, collections.get(message.documentId)))
        break
      default:
        readers.handle(message)
    }
  }

  port.addEventListener('message', (event) => handle(event.data as ToWorker))
  port.start?.()
}

type Question = Extract<ToWorker, { readonly type: 'lines' | 'bytes' }>

/** A dropped document answers like an empty one: whoever asked is about to learn that it is gone. */
function answer(question: Question, document: LogDocument | undefined): ToPage {
  const { requestId } = question
  if (question.type === 'bytes') return { type: 'bytes', requestId, blob: document?.toBlob() ?? new Blob([]) }
  const lines = document?.lines(question.firstLineIndex, question.lastLineIndex) ?? []
  return { type: 'lines', requestId, lines }
}

interface SinkEvents {
  readonly onFrame: (frame: {
    readonly header: FrameReaderHeader
    readonly documentId: string | null
  }) => void
  readonly onChange: (documentId: string) => void
  /** A text came without its beginning, which is not here any more. */
  readonly onOutdated: () => void
}

/** Puts the texts of one stream where they belong. */
function createSink(
  collection: string,
  collections: Collections,
  known: KnownTexts,
  events: SinkEvents,
): FrameSink {
  let documentId: string | null = null
  let version: LogVersion | null = null
  return {
    onHeader(header: FrameReaderHeader) {
      documentId = null
      version = null
      if (header.key !== undefined) {
        const kept = collections.open(collection, header.key)
        documentId = kept.documentId
        version = beginKnown(kept, header.fromBytes, known)
        if (version === null) events.onOutdated()
        events.onChange(documentId)
      }
      events.onFrame({ header, documentId })
    },
    onBody(piece) {
      version?.write(piece)
      if (documentId !== null) events.onChange(documentId)
    },
    onFrameEnd() {
      version?.finish()
      if (documentId !== null) events.onChange(documentId)
    },
  }
}
