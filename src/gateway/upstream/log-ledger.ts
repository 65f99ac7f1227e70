import type { ProblemKind } from '#contract'
import { type Asker, ProblemError, problemOf } from '../problem-error.ts'
import type { LogFrame } from './upstream.ts'

/** So many chunks failing one after the other mean that upstream is down: the rest is not even tried. */
const GIVE_UP_AFTER = 6
/** While nothing could be shown, no new try is made after this: 25 s is all a reader waits (product, 14). */
const PATIENCE_MS = 4_000
/** Failures that no other chunk can escape. */
const fatalKinds: ReadonlySet<ProblemKind> = new Set([
  'not-signed-in',
  'app-denied',
  'denied',
  'gone',
  'not-found',
])

export type LogLedger = ReturnType<typeof createLogLedger>

/**
 * Keeps the totals, and holds problems back until an answer was good: if none is and the problems are all of one
 * kind, the whole request fails with it and the page shows one message instead of an empty list.
 */
export function createLogLedger(asker: Asker) {
  let startedAt = Number.POSITIVE_INFINITY
  const totals = { hosts: 0, logs: 0, transfers: 0, missing: 0, failed: 0, bytes: 0 }
  const held: LogFrame[] = []
  const failures: unknown[] = []
  let failuresInARow = 0
  let shown = false
  let told: string | null = null

  const kindOf = (error: unknown) => (error instanceof ProblemError ? error.facts.kind : null)
  const isStalled = () => !shown && failures.length > 0 && isLate()
  const isLate = () => performance.now() - startedAt > PATIENCE_MS

  function* show(): Generator<LogFrame> {
    shown = true
    yield* held.splice(0)
  }

  return {
    totals,
    /** A call begins: patience counts from the first one, not from the wait for a turn. */
    asked(): void {
      startedAt = Math.min(startedAt, performance.now())
    },
    /** True while nothing was good and too much time has gone: calls under way are waited for, none is begun. */
    isStalled,
    /** The targets that were not even tried. */
    *abandon(keys: readonly string[]): Generator<LogFrame> {
      if (keys.length > 0) yield* this.failed(keys, failures.at(-1))
    },
    count(frame: LogFrame): LogFrame {
      const { kind } = frame.header
      if (kind === 'script-log') totals.logs += 1
      if (kind === 'transfer') totals.transfers += 1
      totals.bytes += Buffer.byteLength(frame.text)
      return frame
    },
    *succeeded(): Generator<LogFrame> {
      failuresInARow = 0
      yield* show()
    },
    *logType(logType: 'script' | 'file' | 'none'): Generator<LogFrame> {
      if (told === logType || (told !== null && logType === 'none')) return
      told = logType
      yield { header: { kind: 'log-type', logType }, text: '' }
    },
    *missing(keys: readonly string[]): Generator<LogFrame> {
      if (keys.length === 0) return
      totals.missing += keys.length
      held.push({ header: { kind: 'missing', keys }, text: '' })
      if (shown) yield* show()
    },
    /** How a chunk was too much, so that a smaller one may fare better; null when it was not. */
    excessOf(error: unknown): 'too-large' | 'timeout' | null {
      const kind = kindOf(error)
      return kind === 'too-large' || kind === 'timeout' ? kind : null
    },
    givesUp(error: unknown): boolean {
      const kind = kindOf(error)
      failuresInARow += 1
      return kind === null || fatalKinds.has(kind) || failuresInARow >= GIVE_UP_AFTER
    },
    *failed(keys: readonly string[], error: unknown): Generator<LogFrame> {
      const kind = kindOf(error)
      if (kind === null || (!shown && fatalKinds.has(kind))) throw error
      failures.push(error)
      totals.failed += keys.length
      held.push({ header: { kind: 'problem', keys, problem: problemOf(error, asker) }, text: '' })
      if (shown) yield* show()
    },
    *close(): Generator<LogFrame> {
      const kinds = new Set(failures.map(kindOf))
      if (!shown && kinds.size === 1) throw failures[0]
      yield* show()
      yield { header: { kind: 'end', totals: { ...totals } }, text: '' }
    },
  }
}
