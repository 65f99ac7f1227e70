import type { Collections } from './collections.ts'
import { type GrowthNotice, packGrowth } from './growth-notice.ts'
import type { LogDocument } from './log-document.ts'
import type { Pause } from './pause.ts'
import type { LogFrame, ToPage } from './protocol.ts'
import type { ReaderServer } from './view/serve-readers.ts'

/** Headers go to the page about 30 times a second: faster than the eye, slower than the paint. */
const framesEveryMs = 33
/** A count that goes up ten times a second looks alive, and leaves the page nearly all of its time. */
const growthEveryMs = 100
/** Where all that is in view changes with each notice: a screen is there long enough to be looked at. */
const torrentEveryMs = 250
/** Lines at once that fill the view. */
const torrentLines = 64
const maxFramesPerMessage = 500

/** Where news come from, and go to. */
interface NewsSources {
  readonly collections: Collections
  readonly readers: ReaderServer
  /** Begun when the first lines go to the page. */
  readonly paint: Pause
  readonly send: (message: ToPage) => void
}

export interface News {
  addFrame(openId: number, frame: LogFrame): void
  addChange(documentId: string): void
  /** The text has changed and the page has not been told. */
  isChanged(documentId: string): boolean
  /** Tells what is due. While the first lines are painted it resolves only after that: both need the processor. */
  afterChunk(): Promise<void> | undefined
  flush(): void
}

/** Gathers what the page should know. The first news after a silence goes at once, the rest in beats. */
export function createNews({ collections, readers, paint, send }: NewsSources): News {
  const frames = new Map<number, LogFrame[]>()
  const changed = new Set<string>()
  /** How many lines of each text the page has heard of. */
  const toldLines = new WeakMap<LogDocument, number>()
  let lastAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let anyNoticed = false

  const begins = (documentId: string): boolean => {
    const document = collections.get(documentId)
    return document !== undefined && document.lineCount > 0 && !toldLines.has(document)
  }
  const isTorrent = (documentId: string): boolean => {
    const document = collections.get(documentId)
    return document !== undefined && document.lineCount - (toldLines.get(document) ?? 0) >= torrentLines
  }
  // The first text of all is the one about to be looked at (the gateway fetches it first).
  const isAwaited = (documentId: string): boolean => !anyNoticed || readers.isViewed(documentId)
  const hasFirstLines = (): boolean =>
    [...changed].some((documentId) => isAwaited(documentId) && begins(documentId))

  const noticeOf = (documentId: string): readonly GrowthNotice[] => {
    const document = collections.get(documentId)
    if (document === undefined) return []
    const { lineCount, byteLength, complete, revision } = document
    const isFirst = !anyNoticed && lineCount > 0 && !readers.isViewed(documentId)
    if (lineCount > 0) {
      anyNoticed = true
      toldLines.set(document, lineCount)
    }
    const firstRows = isFirst ? readers.firstRows(documentId) : null
    return [{ documentId, lineCount, byteLength, complete, revision, firstRows }]
  }

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    lastAt = performance.now()
    const isFirst = hasFirstLines()
    const notices = [...changed].flatMap(noticeOf)
    if (notices.length > 0)
      send({ type: 'news', growth: packGrowth(notices), ...readers.takeNews(changed), isFirst })
    changed.clear()
    for (const [openId, list] of frames) send({ type: 'frames', openId, frames: list })
    frames.clear()
    if (isFirst) paint.begin()
  }

  const dueAt = (): number => {
    if (hasFirstLines()) return 0
    if (frames.size > 0) return lastAt + framesEveryMs
    return lastAt + ([...changed].some(isTorrent) ? torrentEveryMs : growthEveryMs)
  }

  const flushWhenDue = (): void => {
    const waitMs = dueAt() - performance.now()
    if (waitMs <= 0) flush()
    else timer = setTimeout(flushWhenDue, waitMs)
  }

  return {
    addFrame(openId, frame) {
      const list = frames.get(openId) ?? []
      frames.set(openId, list)
      list.push(frame)
      if (list.length >= maxFramesPerMessage) flush()
    },
    addChange: (documentId) => void changed.add(documentId),
    isChanged: (documentId) => changed.has(documentId),
    afterChunk() {
      // Between chunks only: a notice for half a chunk would be outdated before it is read.
      if (changed.size === 0 && frames.size === 0) return undefined
      if (timer === undefined || dueAt() <= performance.now()) {
        clearTimeout(timer)
        flushWhenDue()
      }
      return paint.over()
    },
    flush,
  }
}
