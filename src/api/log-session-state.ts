import type { NodeManStepFrame, Problem, ScriptLogFrame, StreamTotals, TransferFrame } from '#contract'

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
  /** The reader ended the last request: nothing is asked again until told to. */
  readonly isStopped: boolean
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

/** Before anything was asked. */
export const emptyLogSession: LogSessionState = {
  phase: 'settled',
  isStopped: false,
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
