import type { Severity } from '../meaning/line-meaning.ts'
import type { SearchQuery } from '../search/search-query.ts'

/** Which lines are shown. A line passes when it satisfies both conditions given. */
export interface LineFilter {
  readonly query: SearchQuery | null
  /** This serious or more. */
  readonly minSeverity: Severity | null
  /** Lines shown around each that passes. */
  readonly contextLines: number
  /** Show the lines that do not pass. */
  readonly inverse: boolean
}

/** How a log is laid out in rows. */
export interface ViewOptions {
  /** Cells a row has; null: a row is a whole line (a piece of it, when it is over 8 KiB). */
  readonly wrapColumns: number | null
  readonly filter: LineFilter | null
  /** Matches of this are marked in the rows. */
  readonly highlight: SearchQuery | null
  readonly folds: SectionFolds
  /** Cells from the left that unwrapped rows are told apart in; beyond them comes a `rest`. */
  readonly detailCells: number
  /** Lines whose `\r` states are all shown, each in rows of its own. */
  readonly expandedLines: readonly number[]
}

/** Which sections are folded: all or none, and the ones (by first line) that are the other way. */
export interface SectionFolds {
  readonly isAllFolded: boolean
  readonly exceptLineIndexes: readonly number[]
}

/** More cells than most windows show: what somebody scrolls to is asked for then. */
const usualDetailCells = 384

/** Every line, each in one row, nothing marked. */
export const plainView: ViewOptions = {
  wrapColumns: null,
  filter: null,
  highlight: null,
  detailCells: usualDetailCells,
  folds: { isAllFolded: false, exceptLineIndexes: [] },
  expandedLines: [],
}
