import { type Collections, createCollections } from './collections.ts'
import type { FrameReaderHeader, FrameSink } from './frame-reader.ts'
import { readFrameStream } from './frame-stream.ts'
import { growthNotice } from './growth-notices.ts'
import { beginKnown, createDigests, type KnownTexts, namingTexts, noTexts } from './known-texts.ts'
import type { LogDocument, LogVersion } from './log-document.ts'
import { createPause, type Pause } from './pause.ts'
import type { FramePort, LogFrame, OpenOutcome, OpenRequest, ToPage, ToWorker } from './protocol.ts'
import { firstRows, serveViews, type ViewServer } from './view/serve-views.ts'

/** Headers go to the page about 30 times a second: faster than the eye, slower than the paint. */
const framesEveryMs = 33
/** A count that goes up ten times a second looks alive, and leaves the page nearly all of its time. */
const growthEveryMs = 100
/** Reading waits no longer than this for the first paint: a hidden page paints nothing. */
const maxPaintMs = 100
const maxFramesPerMessage = 500

/** What the one who serves brings along. */
export interface ServeOptions {
  /**
   * Checks a frame's header, here rather than on the page's thread: what the page gets to see of it, null when it
   * cannot be read. Not given: the header as it came.
   */
  readonly checkHeader?: (header: FrameReaderHeader) => unknown
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
  const watched = new Set<string>()
  const send = (message: ToPage): void => port.postMessage(message)
  const paint = createPause(maxPaintMs)
  const views = serveViews(collections.get, send, paint.over)
  const news = createNews(collections, watched, views, paint, send)
  const digests = createDigests(collections, watched)

  const open = async (openId: number, request: OpenRequest): Promise<void> => {
    const controller = new AbortController()
    streams.set(openId, { collection: request.collection, controller })
    const known = request.continues === true ? await digests.of(request.collection) : noTexts
    let isOutdated = false
    const sink = createSink(request.collection, collections, known, {
      onFrame: ({ header, documentId }) => news.addFrame(openId, { header: checkHeader(header), documentId }),
      onChange: news.addChange,
      onOutdated: () => {
        isOutdated = true
      },
    })
    const stream = namingTexts(request, known)
    const ended = await readFrameStream(stream, controller.signal, sink, news.afterChunk)
    const outcome: OpenOutcome = isOutdated && ended.kind === 'complete' ? { kind: 'outdated' } : ended
    streams.delete(openId)
    news.flush()
    send({ type: 'finish', openId, outcome })
  }

  const drop = (collection: string): void => {
    for (const stream of streams.values()) {
      if (stream.collection === collection) stream.controller.abort()
    }
    send({ type: 'dropped', collection, documentIds: collections.drop(collection) })
  }

  const watch = (documentId: string, isWatched: boolean): void => {
    if (isWatched) watched.add(documentId)
    else watched.delete(documentId)
  }

  const handle = (message: ToWorker): void => {
    switch (message.type) {
      case 'open':
        void open(message.openId, message.request)
        break
      case 'abort':
        streams.get(message.openId)?.controller.abort()
        break
      case 'watch':
        watch(message.documentId, message.watched)
        break
      case 'drop':
        drop(message.collection)
        break
      case 'painted':
        paint.end()
        break
      case 'open-view':
      case 'lay-out':
      case 'rows':
      case 'row-of':
      case 'close-view':
        views.handle(message)
        break
      default:
        send(answer(message, collections.get(message.documentId)))
    }
  }

  port.addEventListener('message', (event) => handle(event.data as ToWorker))
  port.start?.()
}

type Question = Extract<ToWorker, { readonly type: 'lines' | 'slice' | 'bytes' }>

/** A dropped document answers like an empty one: whoever asked is about to learn that it is gone. */
function answer(question: Question, document: LogDocument | undefined): ToPage {
  const { requestId } = question
  switch (question.type) {
    case 'lines': {
      const { firstLineIndex, lastLineIndex } = question
      const lines = document?.lines(firstLineIndex, lastLineIndex) ?? []
      return { type: 'lines', requestId, run: { firstLineIndex, lines } }
    }
    case 'slice': {
      const slice = document?.slice(question.lineIndex, question.byteStart, question.byteEnd)
      return { type: 'slice', requestId, slice: slice ?? { text: '', byteStart: 0, byteEnd: 0 } }
    }
    case 'bytes':
      return { type: 'bytes', requestId, blob: document?.toBlob() ?? new Blob([]) }
  }
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

interface News {
  addFrame(openId: number, frame: LogFrame): void
  addChange(documentId: string): void
  /** Tells what is due. While the first lines are painted it resolves only after that: both need the processor. */
  afterChunk(): Promise<void> | undefined
  flush(): void
}

/** Gathers what the page should know. The first news after a silence goes at once, the rest in beats. */
function createNews(
  collections: Collections,
  watched: ReadonlySet<string>,
  views: ViewServer,
  paint: Pause,
  send: (message: ToPage) => void,
): News {
  const frames = new Map<number, LogFrame[]>()
  const changed = new Set<string>()
  /** Texts of which the page has heard a line. */
  const begun = new WeakSet<LogDocument>()
  let lastAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let anyNoticed = false

  const begins = (documentId: string): boolean => {
    const document = collections.get(documentId)
    return document !== undefined && document.lineCount > 0 && !begun.has(document)
  }
  // The first text of all is the one being looked at (the gateway fetches it first): its lines go along.
  const isAwaited = (documentId: string): boolean =>
    !anyNoticed || watched.has(documentId) || views.isViewed(documentId)
  const hasFirstLines = (): boolean =>
    [...changed].some((documentId) => isAwaited(documentId) && begins(documentId))

  const noticeOf = (documentId: string) => {
    const document = collections.get(documentId)
    if (document === undefined) return []
    const withLines = isAwaited(documentId)
    const isFirst = begins(documentId) && withLines && !views.isViewed(documentId)
    if (document.lineCount > 0) {
      anyNoticed = true
      begun.add(document)
    }
    return [growthNotice(documentId, document, withLines, isFirst ? firstRows(document) : null)]
  }

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    lastAt = performance.now()
    const isFirst = hasFirstLines()
    const notices = [...changed].flatMap(noticeOf)
    if (notices.length > 0) send({ type: 'growth', notices, views: views.takeNotices(changed), isFirst })
    changed.clear()
    for (const [openId, list] of frames) send({ type: 'frames', openId, frames: list })
    frames.clear()
    if (isFirst) paint.begin()
  }

  const dueAt = (): number => {
    if (hasFirstLines()) return 0
    return lastAt + (frames.size > 0 ? framesEveryMs : growthEveryMs)
  }

  return {
    addFrame(openId, frame) {
      const list = frames.get(openId) ?? []
      frames.set(openId, list)
      list.push(frame)
      if (list.length >= maxFramesPerMessage) flush()
    },
    addChange: (documentId) => void changed.add(documentId),
    afterChunk() {
      // Between chunks only: a notice for half a chunk would be outdated before it is read.
      if (changed.size === 0 && frames.size === 0) return undefined
      const waitMs = dueAt() - performance.now()
      if (waitMs <= 0) flush()
      else timer ??= setTimeout(flush, waitMs)
      return paint.over()
    },
    flush,
  }
}
