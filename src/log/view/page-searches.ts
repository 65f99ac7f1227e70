import type { PagePort } from '../page-port.ts'
import type { SearchNotice } from '../protocol.ts'
import type { LogSearch } from '../search/log-search.ts'
import type { SearchQuery } from '../search/search-query.ts'
import type { SearchState } from '../search/search-state.ts'

/** The searches of one page. */
export interface PageSearches {
  open(documentId: string, query: SearchQuery): LogSearch
  takeNotice(notice: SearchNotice): void
}

const begun: SearchState = {
  phase: 'scanning',
  count: 0,
  lineCount: 0,
  scannedLineCount: 0,
  message: null,
  slowLineIndex: null,
  cutLineIndex: null,
}

export function createPageSearches(port: PagePort): PageSearches {
  const takers = new Map<number, (state: SearchState) => void>()
  return {
    open(documentId, query) {
      const searchId = port.nextId()
      const listeners = new Set<() => void>()
      let state = begun
      takers.set(searchId, (next) => {
        state = next
        for (const listener of listeners) listener()
      })
      port.send({ type: 'open-search', searchId, documentId, query })
      return {
        query,
        state: () => state,
        subscribe(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
        async find(from, direction) {
          const type = 'find-match'
          const answer = await port.ask(type, (requestId) => ({ type, requestId, searchId, from, direction }))
          return answer.match
        },
        close() {
          listeners.clear()
          if (takers.delete(searchId)) port.send({ type: 'close-search', searchId })
        },
      }
    },
    takeNotice: ({ searchId, state }) => takers.get(searchId)?.(state),
  }
}
