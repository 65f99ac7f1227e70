import type { MeaningState, Severity } from './line-meaning.ts'

/** What the lines of one log mean, found out in the worker while it has nothing better to do. */
export interface LogMeaning {
  /** The same object as long as nothing changed. */
  state(): MeaningState
  subscribe(listener: () => void): () => void
  /** The nearest line after (`next`) or before `lineIndex` that begins a message this serious; null when none. */
  find(lineIndex: number, direction: 'next' | 'previous', minSeverity: Severity): Promise<number | null>
  close(): void
}
