import type { LinePlace } from '../view/view-row.ts'

/**
 * How far a search has come. `scanning`: `count` still grows. `done`: every line was looked at (of a growing log:
 * so far). `invalid`: not a regular expression, `message` says why (the engine's words). `too-slow`: a line took
 * the expression longer than we let it; `slowLineIndex` is that line, and what was counted before it stands.
 */
export interface SearchState {
  readonly phase: 'scanning' | 'done' | 'invalid' | 'too-slow'
  /** Matches found. */
  readonly count: number
  /** Lines with at least one. */
  readonly lineCount: number
  readonly scannedLineCount: number
  readonly message: string | null
  readonly slowLineIndex: number | null
  /**
   * The first line that an expression saw in parts only, being longer than 8 MiB: a match of more than 128 KiB, or one
   * that depends on what is farther away, may be missing.
   */
  readonly cutLineIndex: number | null
}

/** One match; `number` is its place among all of them, from 1. */
export interface FoundMatch extends LinePlace {
  /** UTF-16 units of shown text. */
  readonly length: number
  readonly number: number
  /** The search went on at the other end of the log to find it. */
  readonly hasWrapped: boolean
}
