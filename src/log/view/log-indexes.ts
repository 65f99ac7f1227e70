import type { LogDocument } from '../log-document.ts'
import type { MeaningIndex } from '../meaning/meaning-index.ts'
import type { CreateMatcher } from '../search/matcher-port.ts'
import type { SearchQuery } from '../search/search-query.ts'
import type { TextSearch } from '../search/text-search.ts'
import { createStyleIndex, type StyleIndex } from '../text/style-index.ts'
import { createLateMeaning } from './late-meaning.ts'
import { createLateSearch } from './late-search.ts'

/** What is known of a whole text, shared by all that look at it. */
export interface LogIndexes {
  readonly document: LogDocument
  readonly meaning: MeaningIndex
  readonly styles: StyleIndex
  /** The search for a query, begun when nobody has it yet; every call needs a `closeSearch` of its own. */
  openSearch(query: SearchQuery): TextSearch
  closeSearch(search: TextSearch): void
  /** Goes on with the searches; true when there is nothing to do until the log grows or a search changes. */
  advanceSearches(untilMs: number): boolean
}

interface SharedSearch {
  readonly search: TextSearch
  userCount: number
}

/** `onChange`: a search has found something out while nobody called it, or what finds things out has come. */
export function createLogIndexes(
  document: LogDocument,
  createMatcher: CreateMatcher,
  onChange: () => void,
): LogIndexes {
  const searches = new Map<string, SharedSearch>()
  return {
    document,
    meaning: createLateMeaning(document, onChange),
    styles: createStyleIndex(document),
    openSearch(query) {
      const key = keyOf(query)
      const shared = searches.get(key) ?? {
        search: createLateSearch(document, query, createMatcher, onChange),
        userCount: 0,
      }
      searches.set(key, shared)
      shared.userCount += 1
      return shared.search
    },
    closeSearch({ query }) {
      const shared = searches.get(keyOf(query))
      if (shared === undefined) return
      shared.userCount -= 1
      if (shared.userCount > 0) return
      shared.search.close()
      searches.delete(keyOf(query))
    },
    advanceSearches: (untilMs) =>
      [...searches.values()].map(({ search }) => search.advance(untilMs)).every((isIdle) => isIdle),
  }
}

function keyOf({ text, isRegex, matchCase, wholeWord }: SearchQuery): string {
  return JSON.stringify([text, isRegex, matchCase, wholeWord])
}
