import type {
  FrameHeader,
  NodeManStepFrame,
  Problem,
  ScriptLogFrame,
  StreamTotals,
  TransferFrame,
} from '#contract'
import type { LogFrame, OpenOutcome } from '#log'
import { browserProblem, problemOfAnswer } from './api-problem.ts'
import { createKeyedList, type KeyedList } from './keyed-list.ts'
import type { LogEntry, LogFailure, LogSessionState } from './log-session-state.ts'

/** One request's worth of frames, folded over what was known before it. */
export interface LogRound {
  add(frame: LogFrame): void
  /** The state while frames still come in. */
  view(state: LogSessionState): LogSessionState
  finish(state: LogSessionState, outcome: OpenOutcome): LogSessionState
  /** Hosts of which everything has come, as far as is known in the middle of a stream. */
  answered(): ReadonlySet<string>
}

/** What one round has heard so far. */
interface Heard {
  readonly logs: Map<string, LogEntry<ScriptLogFrame>>
  readonly transfers: KeyedList<LogEntry<TransferFrame>>
  readonly steps: KeyedList<LogEntry<NodeManStepFrame>>
  /** Keys of texts; null where nothing was known before that might be forgotten. */
  readonly seen: Set<string> | null
  /** Hosts that answered with anything, or failed again: transfers are keyed by transfer, not by host. */
  readonly answered: Set<string>
  readonly missing: Set<string>
  readonly failures: LogFailure[]
  /** The host whose text or transfers come at the moment: there may be more of them. */
  latestHost: string | null
  logType: LogSessionState['logType']
  totals: StreamTotals | null
  unreadableFrames: number
}

/**
 * Begins a round. `whole`: when it ends well it is the truth, and what it did not name is gone (a retry resets steps,
 * say); until then what was known before stays on screen. `part`: some hosts again; the rest stays as it is.
 */
export function createRound(before: LogSessionState, mode: 'whole' | 'part'): LogRound {
  const heard = listen(before)

  function view(state: LogSessionState, isOver = false): LogSessionState {
    const forgets = isOver && mode === 'whole'
    const earlierMissing = forgets ? [] : [...before.missing].filter((key) => !heard.answered.has(key))
    const earlierFailures = forgets ? [] : before.failures.flatMap((failure) => unanswered(failure, heard))
    return {
      ...state,
      logType: heard.logType,
      logs: new Map(heard.logs),
      transfers: heard.transfers.entries(),
      steps: heard.steps.entries(),
      missing: new Set([...earlierMissing, ...heard.missing]),
      failures: [...earlierFailures, ...heard.failures],
      totals: mode === 'part' ? before.totals : (heard.totals ?? before.totals),
      unreadableFrames: heard.unreadableFrames,
    }
  }

  return {
    add({ header, documentId }) {
      // Checked in the worker, by check-header.ts.
      if (header === null) heard.unreadableFrames++
      else take(heard, header as FrameHeader, documentId)
    },
    view: (state) => view(state),
    finish(state, outcome) {
      const complete = outcome.kind === 'complete' && heard.totals !== null
      if (complete && mode === 'whole') prune(heard)
      return {
        ...view(state, complete),
        phase: 'settled',
        completedOnce: state.completedOnce || complete,
        problem: complete || outcome.kind === 'aborted' ? null : problemOfOutcome(outcome),
      }
    },
    answered() {
      const failed = new Set(heard.failures.flatMap(({ keys }) => keys))
      const isWhole = (key: string) => key !== heard.latestHost && !failed.has(key)
      return new Set([...heard.answered].filter(isWhole))
    },
  }
}

function listen({ logs, transfers, steps, logType }: LogSessionState): Heard {
  const isFirst = logs.size + transfers.length + steps.length === 0
  return {
    logs: new Map(logs),
    transfers: createKeyedList(transfers, keyOf),
    steps: createKeyedList(steps, keyOf),
    seen: isFirst ? null : new Set(),
    answered: new Set(),
    missing: new Set(),
    failures: [],
    latestHost: null,
    logType,
    totals: null,
    unreadableFrames: 0,
  }
}

function keyOf({ frame }: LogEntry<{ readonly key: string }>): string {
  return frame.key
}

function take(heard: Heard, header: FrameHeader, documentId: string | null): void {
  switch (header.kind) {
    case 'log-type':
      heard.logType = header.logType
      return
    case 'missing':
      answer(heard, header.keys, heard.missing)
      return
    case 'problem':
      heard.failures.push({ keys: header.keys, problem: header.problem })
      answer(heard, header.keys)
      return
    case 'end':
      heard.totals = header.totals
      return
    default:
      if (documentId === null) heard.unreadableFrames++
      else keep(heard, header, documentId)
  }
}

function answer(heard: Heard, keys: readonly string[], also?: Set<string>): void {
  heard.latestHost = null
  for (const key of keys) {
    heard.answered.add(key)
    also?.add(key)
  }
}

function keep(
  heard: Heard,
  header: ScriptLogFrame | TransferFrame | NodeManStepFrame,
  documentId: string,
): void {
  heard.seen?.add(header.key)
  heard.answered.add(header.kind === 'transfer' ? header.hostKey : header.key)
  heard.latestHost = header.kind === 'transfer' ? header.hostKey : header.key
  if (header.kind === 'script-log') heard.logs.set(header.key, { frame: header, documentId })
  else if (header.kind === 'transfer') heard.transfers.set(header.key, { frame: header, documentId })
  else heard.steps.set(header.key, { frame: header, documentId })
}

/** The failure without the hosts that have answered since; none when it was theirs alone. */
function unanswered(failure: LogFailure, { answered }: Heard): readonly LogFailure[] {
  if (!failure.keys.some((key) => answered.has(key))) return [failure]
  const keys = failure.keys.filter((key) => !answered.has(key))
  return keys.length === 0 ? [] : [{ ...failure, keys }]
}

function prune({ logs, transfers, steps, seen }: Heard): void {
  if (seen === null) return
  for (const key of logs.keys()) if (!seen.has(key)) logs.delete(key)
  transfers.keep(seen)
  steps.keep(seen)
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
