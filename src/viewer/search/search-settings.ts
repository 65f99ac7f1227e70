import type { LineFilter, SearchQuery, Severity } from '#log'

/** What is looked for in a log, and which lines are shown. All of it is worth a place in the page's address. */
export interface SearchSettings {
  /** An empty text looks for nothing. */
  readonly query: SearchQuery
  /** Only the lines with a match are shown; nothing happens while the query is empty. */
  readonly isFiltering: boolean
  /** The lines without what is asked for are shown instead. */
  readonly inverse: boolean
  /** Lines shown around each that passes. */
  readonly contextLines: number
  /** Only lines this serious or more are shown; null shows all. */
  readonly minSeverity: Severity | null
}

export const noSearch: SearchSettings = {
  query: { text: '', isRegex: false, matchCase: false, wholeWord: false },
  isFiltering: false,
  inverse: false,
  contextLines: 0,
  minSeverity: null,
}

/** Numbers of context lines that are offered. */
export const contextChoices: readonly number[] = [0, 1, 3, 10]

/** What is looked for, as the view marks it; null for nothing. */
export function soughtQuery({ query }: SearchSettings): SearchQuery | null {
  return query.text === '' ? null : query
}

/** The filter that the settings ask of the view; null shows every line. */
export function filterOf(settings: SearchSettings): LineFilter | null {
  const query = settings.isFiltering ? soughtQuery(settings) : null
  const { minSeverity, contextLines, inverse } = settings
  return query === null && minSeverity === null ? null : { query, minSeverity, contextLines, inverse }
}

/** The same search with every line shown. */
export function showAllLines(settings: SearchSettings): SearchSettings {
  return { ...settings, isFiltering: false, inverse: false, minSeverity: null }
}

export function isSameQuery(one: SearchQuery | null, other: SearchQuery | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.text === other.text &&
    one.isRegex === other.isRegex &&
    one.matchCase === other.matchCase &&
    one.wholeWord === other.wholeWord
  )
}
