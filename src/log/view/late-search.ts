import type { LogDocument } from '../log-document.ts'
import type { CreateMatcher } from '../search/matcher-port.ts'
import type { SearchQuery } from '../search/search-query.ts'
import type { SearchState } from '../search/search-state.ts'
import type { TextSearch } from '../search/text-search.ts'
import { searchPart } from './late-part.ts'

const notBegun: SearchState = {
  phase: 'scanning',
  count: 0,
  lineCount: 0,
  scannedLineCount: 0,
  message: null,
  slowLineIndex: null,
  cutLineIndex: null,
}
const notHad: SearchState = { ...notBegun, phase: 'invalid', message: 'what searches could not be loaded' }

/** A text search that begins when what searches is here; `onChange` tells that, too. */
export function createLateSearch(
  document: LogDocument,
  query: SearchQuery,
  createMatcher: CreateMatcher,
  onChange: () => void,
): TextSearch {
  if (searchPart.here !== null)
    return searchPart.here.createTextSearch(document, query, createMatcher, onChange)
  let search: TextSearch | null = null
  let state = notBegun
  let isClosed = false
  const begin = async (): Promise<void> => {
    try {
      const { createTextSearch } = await searchPart.fetch()
      if (isClosed) return
      search = createTextSearch(document, query, createMatcher, onChange)
    } catch {
      state = notHad
    }
    onChange()
  }
  const begun = begin()
  return {
    query,
    state: () => search?.state() ?? state,
    advance: (untilMs) => search?.advance(untilMs) ?? true,
    hasMatch: (lineIndex) => search?.hasMatch(lineIndex) ?? false,
    countBetween: (fromLine, toLine) => search?.countBetween(fromLine, toLine) ?? 0,
    matchesIn: (lineIndex, pieceIndex, text) => search?.matchesIn(lineIndex, pieceIndex, text) ?? [],
    async find(from, direction) {
      await begun
      return (await search?.find(from, direction)) ?? null
    },
    close() {
      isClosed = true
      search?.close()
    },
  }
}
