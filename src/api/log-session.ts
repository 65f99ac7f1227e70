import type { LogStore, OpenRequest } from '#log'
import { createRound, type LogRound } from './log-round.ts'
import { emptyLogSession, type LogSessionState } from './log-session-state.ts'

/** One page's hold on a stream of logs: load, load again, let go. */
export interface LogSession {
  getState(): LogSessionState
  subscribe(listener: () => void): () => void
  /**
   * `whole` replaces what is known when it ends, and any stream under way. `part` (some hosts again) only adds and
   * corrects, and waits for the stream under way.
   */
  load(request: OpenRequest, mode: 'whole' | 'part'): void
  /** Stops the request under way and keeps what came. */
  stop(): void
  /**
   * The hosts that need not be asked for again, where the last `whole` stream broke off or was stopped: those it answered, and
   * those asked for since. Null when it came to its end.
   */
  answered(): ReadonlySet<string> | null
  /** Stops, and gives the texts of the collection back. */
  close(): void
}

/** Telling React of every batch would render 100,000 transfers two hundred times over; each copies what is known. */
function notifyEveryMs({ transfers }: LogSessionState): number {
  return transfers.length > 5_000 ? 500 : 100
}

/** A session on a collection of the store, whose worker has checked the frames with the contract's schema. */
export function createLogSession(store: LogStore, collection: string): LogSession {
  let state = emptyLogSession
  let round: LogRound | null = null
  let mode: 'whole' | 'part' = 'whole'
  let answered: ReadonlySet<string> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  let stream: { abort(): void } | null = null
  /** Parts asked for while a stream is under way: asking for some hosts again must not cut the others off. */
  const waiting: OpenRequest[] = []

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
    }, notifyEveryMs(state))
  }
  function stop(): void {
    waiting.length = 0
    stream?.abort()
    stream = null
    if (round !== null) {
      noteAnswered(round, false)
      publish({ ...round.view(state), phase: 'settled' })
    }
    round = null
  }
  function noteAnswered(ended: LogRound, isComplete: boolean): void {
    if (mode === 'whole') answered = isComplete ? null : ended.answered()
    else if (answered !== null) answered = new Set([...answered, ...ended.answered()])
  }

  function start(request: OpenRequest, how: 'whole' | 'part'): void {
    const mine = createRound(state, how)
    round = mine
    mode = how
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
          if (outcome.kind === 'outdated' && request.continues === true) {
            publish(mine.view(state))
            start({ ...request, continues: false }, how)
            return
          }
          const next = mine.finish(state, outcome)
          noteAnswered(mine, next.problem === null)
          publish(next)
          const part = waiting.shift()
          if (part !== undefined) start(part, 'part')
        },
      },
    )
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load(request, how) {
      if (how === 'part' && round !== null) waiting.push(request)
      else {
        stop()
        start(request, how)
      }
    },
    stop,
    answered: () => answered,
    close() {
      stop()
      clearTimeout(timer)
      listeners.clear()
      store.drop(collection)
    },
  }
}
