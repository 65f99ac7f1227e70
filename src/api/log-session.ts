import type { LogStore, OpenRequest } from '#log'
import { createRound, type LogRound } from './log-round.ts'
import { emptyLogSession, type LogSessionState } from './log-session-state.ts'

/** One page's hold on a stream of logs: load, load again, let go. */
export interface LogSession {
  getState(): LogSessionState
  subscribe(listener: () => void): () => void
  /**
   * `whole` replaces what is known when it ends, and any stream under way. `part` (some hosts again) only adds and
   * corrects, and waits for the stream under way. `rest` is the part that {@link LogSession.answered} leaves: with its end
   * the whole has come to its end too, whatever failed.
   */
  load(request: OpenRequest, mode: LoadMode): void
  /** Stops the request under way and keeps what came. */
  stop(): void
  /**
   * The hosts that need not be asked for again, where the last `whole` stream broke off or was stopped: those it answered, and
   * those asked for since. Null when it came to its end, or its rest did.
   */
  answered(): ReadonlySet<string> | null
  /** Stops, and gives the texts of the collection back. */
  close(): void
}

type LoadMode = 'whole' | 'part' | 'rest'

/** Telling React of every batch would render 100,000 transfers two hundred times over; each copies what is known. */
function notifyEveryMs({ transfers }: LogSessionState): number {
  return transfers.length > 5_000 ? 500 : 100
}

/** A session on a collection of the store, whose worker has checked the frames with the contract's schema. */
export function createLogSession(store: LogStore, collection: string): LogSession {
  let state = emptyLogSession
  let round: LogRound | null = null
  let mode: LoadMode = 'whole'
  let answered: ReadonlySet<string> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  let stream: { abort(): void } | null = null
  /** Parts asked for while a stream is under way: asking for some hosts again must not cut the others off. */
  const waiting: { readonly request: OpenRequest; readonly how: LoadMode }[] = []

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
      publish({ ...round.view(state), phase: 'settled', isStopped: true })
    }
    round = null
  }
  function noteAnswered(ended: LogRound, isComplete: boolean): void {
    if (mode !== 'part' && isComplete) answered = null
    else if (mode === 'whole') answered = ended.answered()
    else if (answered !== null) answered = new Set([...answered, ...ended.answered()])
  }

  function start(request: OpenRequest, how: LoadMode): void {
    const mine = createRound(state, how === 'whole' ? 'whole' : 'part')
    round = mine
    mode = how
    publish({ ...state, phase: 'loading', isStopped: false })
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
          if (part !== undefined) start(part.request, part.how)
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
      if (how !== 'whole' && round !== null) waiting.push({ request, how })
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
