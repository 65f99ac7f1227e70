import type { SearchNotice, ToPage, ToWorker } from '../protocol.ts'
import type { SearchQuery } from '../search/search-query.ts'
import type { SearchState } from '../search/search-state.ts'
import type { TextSearch } from '../search/text-search.ts'
import type { LogIndexes } from './log-indexes.ts'

export type SearchMessage = Extract<
  ToWorker,
  { readonly type: 'open-search' | 'find-match' | 'close-search' }
>

/** The searches of one page. */
export interface SearchServer {
  handle(message: SearchMessage): void
  /** Begins the searches of texts that have come since; answers the texts that are searched. */
  begin(): readonly string[]
  /** A search that the page believes to be going on has ended: somebody waits for its count. */
  hasEnded(): boolean
  /** States the page does not know yet. */
  takeNotices(): readonly SearchNotice[]
}

interface ServedSearch {
  readonly searchId: number
  readonly documentId: string
  readonly query: SearchQuery
  opened: { readonly indexes: LogIndexes; readonly search: TextSearch } | null
  told: SearchState | null
}

export function serveSearches(
  findIndexes: (documentId: string) => LogIndexes | undefined,
  send: (message: ToPage) => void,
): SearchServer {
  const served = new Map<number, ServedSearch>()

  const close = (one: ServedSearch): void => {
    one.opened?.indexes.closeSearch(one.opened.search)
    one.opened = null
  }

  /** The search in the text as it is now: there may have been none, or another one. */
  const searchOf = (one: ServedSearch): TextSearch | null => {
    const indexes = findIndexes(one.documentId)
    if (indexes === undefined) return null
    if (one.opened?.indexes !== indexes) {
      close(one)
      one.opened = { indexes, search: indexes.openSearch(one.query) }
    }
    return one.opened?.search ?? null
  }

  const find = async (message: Extract<SearchMessage, { readonly type: 'find-match' }>): Promise<void> => {
    const { type, requestId, searchId, from, direction } = message
    const one = served.get(searchId)
    const search = one === undefined ? null : searchOf(one)
    send({ type, requestId, match: (await search?.find(from, direction)) ?? null })
  }

  return {
    handle(message) {
      const one = served.get(message.searchId)
      if (message.type === 'open-search')
        served.set(message.searchId, { ...message, opened: null, told: null })
      else if (message.type === 'find-match') void find(message)
      else if (one !== undefined) {
        close(one)
        served.delete(message.searchId)
      }
    },
    begin: () =>
      [...served.values()].map((one) => {
        searchOf(one)
        return one.documentId
      }),
    hasEnded: () =>
      [...served.values()].some(
        ({ opened, told }) =>
          (told?.phase ?? 'scanning') === 'scanning' && opened?.search?.state().phase === 'done',
      ),
    takeNotices: () =>
      [...served.values()].flatMap((one) => {
        const state = searchOf(one)?.state()
        if (state === undefined || state === one.told) return []
        one.told = state
        return [{ searchId: one.searchId, state }]
      }),
  }
}
