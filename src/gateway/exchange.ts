import { randomUUID } from 'node:crypto'
import { createHolds, type Holds } from './holds.ts'
import type { Language } from './own-words.ts'
import { languageOf } from './session.ts'

/** How one request ended, for its log line. `left` = the browser went away first. */
export type Outcome = 'ok' | 'problem' | 'left' | 'cut-off'

/** What one request learns on its way; the log line at its end is made of it. */
export interface Exchange {
  readonly requestId: string
  /** What the reader is told of a failure is in it. */
  readonly language: Language
  readonly startedAt: number
  /** Fires when the browser leaves, whether it was waiting for the head or reading the stream. */
  readonly signal: AbortSignal
  readonly leave: () => void
  /** It came from this very machine: a proxy beside us, a test. */
  readonly isNear: boolean
  /** Upstream's ids of the answers this one is made of, the first few: what an administrator searches by. */
  readonly upstreamRequestIds: Set<string>
  /** What upstream's answers take until this one is made of them. */
  readonly holds: Holds
  /** Route template, never the path: paths hold ids of a customer's work. */
  route: string
  /** Hash of who asked, see session.ts; null before that is known. */
  user: string | null
  problemKind: string | null
  /** Set by a frame stream: the log line then waits for its end. */
  streaming: boolean
}

/** Starts the record of one request. The id is ours: a caller could choose one to forge log lines. */
export function beginExchange(request: Request, isNear = false): Exchange {
  const exchange = { ...blankExchange(), language: languageOf(request), isNear }
  request.signal.addEventListener('abort', exchange.leave, { once: true })
  if (request.signal.aborted) exchange.leave()
  return exchange
}

/** The record of what is answered before it could be read as a request. */
export function blankExchange(): Exchange {
  const leaving = new AbortController()
  return {
    requestId: randomUUID().replaceAll('-', ''),
    language: 'en',
    startedAt: performance.now(),
    signal: leaving.signal,
    leave: () => leaving.abort(),
    isNear: false,
    upstreamRequestIds: new Set(),
    holds: createHolds(),
    route: 'none',
    user: null,
    problemKind: null,
    streaming: false,
  }
}
