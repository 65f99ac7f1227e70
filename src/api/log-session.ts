import {
  type FrameHeader,
  frameHeaderSchema,
  type NodeManStepFrame,
  type Problem,
  type ScriptLogFrame,
  type StreamTotals,
  type TransferFrame,
} from '#contract'
import type { LogFrame, LogStore, OpenOutcome, OpenRequest } from '#log'
import { browserProblem, problemOfAnswer } from './api-problem.ts'

/** A frame with the document in the log store that holds its text. */
export interface LogEntry<Frame> {
  readonly frame: Frame
  readonly documentId: string
}

/** Hosts one failed upstream call was for. No keys = it concerns the stream as a whole. */
export interface LogFailure {
  readonly keys: readonly string[]
  readonly problem: Problem
}

/** Everything known about one stream of logs; a new object after every change, nothing in it is mutated. */
export interface LogSessionState {
  /** `loading` while a request is under way (also when older data is on screen). */
  readonly phase: 'loading' | 'settled'
  /** True once a stream came to its `end` frame. */
  readonly completedOnce: boolean
  /** Why the last request as a whole failed or broke off; what came before it is kept. */
  readonly problem: Problem | null
  readonly logType: 'script' | 'file' | 'none' | null
  /** By execute object key as asked. */
  readonly logs: ReadonlyMap<string, LogEntry<ScriptLogFrame>>
  readonly transfers: readonly LogEntry<TransferFrame>[]
  readonly steps: readonly LogEntry<NodeManStepFrame>[]
  readonly missing: ReadonlySet<string>
  readonly failures: readonly LogFailure[]
  /** Of the last stream that came to its end. */
  readonly totals: StreamTotals | null
  /** Frames this page could not read: an old tab met a newer gateway. */
  readonly unreadableFrames: number
}

/** One page's hold on a stream of logs: load, load again, let go. */
export interface LogSession {
  getState(): LogSessionState
  subscribe(listener: () => void): () => void
  /** `whole` replaces what is known when it ends; `part` (some hosts again) only adds and corrects. */
  load(request: OpenRequest, mode: 'whole' | 'part'): void
  /** Stops the request under way and keeps what came. */
  stop(): void
  /** Stops, and gives the texts of the collection back. */
  close(): void
}

const empty: LogSessionState = {
  phase: 'settled',
  completedOnce: false,
  problem: null,
  logType: null,
  logs: new Map(),
  transfers: [],
  steps: [],
  missing: new Set(),
  failures: [],
  totals: null,
  unreadableFrames: 0,
}

/** Telling React of every batch would render 100,000 transfers two hundred times over. */
const notifyEveryMs = 100

/** A session on a collection of the store. Frames are checked here, once, with the contract's schema. */
export function createLogSession(store: LogStore, collection: string): LogSession {
  let state = empty
  let round: Round | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  let stream: { abort(): void } | null = null

  function publish(next: LogSessionState): void {
    clearTimeout(timer)
    timer = undefined
    state = next
    for (const listener of listeners) listener()
  }
  function publishSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      if (round !== null) publish(round.view(state))
    }, notifyEveryMs)
  }
  function stop(): void {
    stream?.abort()
    stream = null
    if (round !== null) publish({ ...round.view(state), phase: 'settled' })
    round = null
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load(request, mode) {
      stop()
      const mine = createRound(state, mode)
      round = mine
      publish({ ...state, phase: 'loading' })
      let first = true
      stream = store.open(
        { ...request, collection },
        {
          onFrames(frames) {
            if (round !== mine) return
            for (const frame of frames) mine.add(frame)
            if (first) publish(mine.view(state))
            else publishSoon()
            first = false
          },
          onFinish(outcome) {
            if (round !== mine) return
            round = null
            stream = null
            publish(mine.finish(state, outcome))
          },
        },
      )
    },
    stop,
    close() {
      stop()
      clearTimeout(timer)
      listeners.clear()
      store.drop(collection)
    },
  }
}

interface Round {
  add(frame: LogFrame): void
  /** The state while frames still come in. */
  view(state: LogSessionState): LogSessionState
  finish(state: LogSessionState, outcome: OpenOutcome): LogSessionState
}

/** One request's worth of frames, folded over what was known before it. */
function createRound(before: LogSessionState, mode: 'whole' | 'part'): Round {
  const logs = new Map(before.logs)
  const transfers = new Map(before.transfers.map((entry) => [entry.frame.key, entry]))
  const steps = new Map(before.steps.map((entry) => [entry.frame.key, entry]))
  const seen = new Set<string>()
  const missing = new Set(mode === 'part' ? before.missing : [])
  const failures: LogFailure[] = []
  let { logType, totals } = before
  let unreadableFrames = 0
  let ended = false

  function take(header: FrameHeader, documentId: string | null): void {
    if ('key' in header) seen.add(header.key)
    if (header.kind === 'log-type') logType = header.logType
    else if (header.kind === 'missing') for (const key of header.keys) missing.add(key)
    else if (header.kind === 'problem') failures.push({ keys: header.keys, problem: header.problem })
    else if (header.kind === 'end') {
      ended = true
      totals = header.totals
    } else if (documentId === null) unreadableFrames++
    else if (header.kind === 'script-log') {
      logs.set(header.key, { frame: header, documentId })
      missing.delete(header.key)
    } else if (header.kind === 'transfer') transfers.set(header.key, { frame: header, documentId })
    else steps.set(header.key, { frame: header, documentId })
  }

  /** A whole, complete round is the truth: what it did not name is gone (a retry resets steps, say). */
  function prune(): void {
    for (const map of [logs, transfers, steps])
      for (const key of map.keys()) if (!seen.has(key)) map.delete(key)
  }

  function view(state: LogSessionState): LogSessionState {
    const earlier =
      mode === 'part' ? before.failures.filter((failure) => !isSettled(failure, seen, missing)) : []
    return {
      ...state,
      logType,
      logs: new Map(logs),
      transfers: [...transfers.values()],
      steps: [...steps.values()],
      missing: new Set(missing),
      failures: [...earlier, ...failures],
      totals,
      unreadableFrames,
    }
  }

  return {
    add({ header, documentId }) {
      const parsed = frameHeaderSchema.safeParse(header)
      if (parsed.success) take(parsed.data, documentId)
      else unreadableFrames++
    },
    view,
    finish(state, outcome) {
      const complete = outcome.kind === 'complete' && ended
      if (complete && mode === 'whole') prune()
      return {
        ...view(state),
        phase: 'settled',
        completedOnce: state.completedOnce || complete,
        problem: complete || outcome.kind === 'aborted' ? null : problemOfOutcome(outcome),
      }
    },
  }
}

function isSettled(failure: LogFailure, seen: ReadonlySet<string>, missing: ReadonlySet<string>): boolean {
  return failure.keys.every((key) => seen.has(key) || missing.has(key))
}

function problemOfOutcome(outcome: OpenOutcome): Problem {
  switch (outcome.kind) {
    case 'http':
      return problemOfAnswer(
        outcome.status,
        outcome.bodyText,
        outcome.headers['x-joblens-request-id'] ?? null,
      )
    case 'network':
      return browserProblem('offline', outcome.message)
    case 'garbled':
      return browserProblem('bad-answer', outcome.message)
    case 'truncated':
      return browserProblem('truncated', `The answer broke off after ${outcome.receivedBytes} bytes`)
    default:
      return browserProblem('truncated', 'The answer ended without its last part')
  }
}
