import type { LineRow } from '#log'

/** How rows look beyond their text: the reader's preferences, the same object as long as they are. */
export interface RowLook {
  readonly hasNumbers: boolean
  /** Severity by a mark in the gutter and by colour. */
  readonly hasSeverity: boolean
  /** What the time column says of a row; null when there is no such column. */
  readonly timeWords: ((row: LineRow) => string) | null
  /** Which zone those words are of; undefined when they are of none. */
  readonly timeTitle: (row: LineRow) => string | undefined
}

/** What a row can ask for; the same object for the life of the reader. */
export interface RowActions {
  readonly pickLine: (lineNumber: number, extend: boolean) => void
  readonly toggleSection: (lineIndex: number) => void
  readonly toggleStates: (lineIndex: number) => void
  /** Shows lines that a filter hides, with `lineIndex` where the gap is now; or unfolds. */
  readonly showGap: (lineIndex: number, reason: 'filter' | 'fold') => void
}
