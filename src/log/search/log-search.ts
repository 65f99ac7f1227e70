import type { LinePlace } from '../view/view-row.ts'
import type { SearchQuery } from './search-query.ts'
import type { FoundMatch, SearchState } from './search-state.ts'

/** A search over one log, running in the worker; it goes on by itself when the log grows. */
export interface LogSearch {
  readonly query: SearchQuery
  /** The same object as long as nothing changed. */
  state(): SearchState
  subscribe(listener: () => void): () => void
  /**
   * The nearest match at or after `from` (`next`), or before it (`previous`), around the end if need be; null when
   * there is none. Waits for the scan as far as it has to.
   */
  find(from: LinePlace, direction: 'next' | 'previous'): Promise<FoundMatch | null>
  close(): void
}
