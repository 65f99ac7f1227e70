import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { FoundMatch, LinePlace, LogSearch, SearchQuery, SearchState } from '#log'
import { isSameQuery } from './search-settings.ts'

export type SearchDirection = 'next' | 'previous'

export interface LogSearchOptions {
  /** What is looked for; null for nothing. */
  readonly query: SearchQuery | null
  /** Starts a search of the log shown: has to stay the same function for one log. */
  readonly open: (query: SearchQuery) => LogSearch
  /** First place in view: where a new search begins. */
  readonly placeNow: () => LinePlace
  /** Brings a match into view. */
  readonly onFound: (match: FoundMatch) => void
  /**
   * What is looked for from the beginning (an address says it) takes the reader to its first match: asked when that
   * is found, which may be when the reader has long gone elsewhere.
   */
  readonly startsAtMatch: () => boolean
}

/** A search as the reader follows it. */
export interface Finding {
  /** Null while nothing is looked for. */
  readonly state: SearchState | null
  /** The match gone to last, and the way it was reached. */
  readonly current: CurrentMatch | null
  /** Goes to the match after or before the current one. */
  readonly find: (direction: SearchDirection) => void
}

interface CurrentMatch extends FoundMatch {
  readonly direction: SearchDirection
}

/**
 * Keeps one search open for what is looked for, closed again with the next key. A query that changes goes to its
 * first match from where the reader is.
 */
export function useLogSearch({ query, open, ...options }: LogSearchOptions): Finding {
  const wanted = useSameQuery(query)
  const first = useRef(wanted)
  const [search, setSearch] = useState<LogSearch | null>(null)
  const [current, setCurrent] = useState<CurrentMatch | null>(null)
  const steps = useRef<Steps | null>(null)
  const place = useRef<LinePlace | null>(null)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  useEffect(() => {
    if (wanted === null) return
    const opened = open(wanted)
    const begin = place.current ?? latest.current.placeNow()
    const found = (match: CurrentMatch): void => {
      place.current = match
      setCurrent(match)
      latest.current.onFound(match)
    }
    steps.current = createSteps(opened, () => latest.current.placeNow(), found)
    setSearch(opened)
    const isFirst = wanted === first.current
    steps.current.from(begin, () => !isFirst || latest.current.startsAtMatch())
    return () => {
      steps.current?.stop()
      steps.current = null
      setSearch(null)
      setCurrent(null)
      opened.close()
    }
  }, [wanted, open])
  useEffect(() => {
    // What is looked for after a pause has nothing to do with where the last search ended.
    if (wanted === null) place.current = null
  }, [wanted])

  const find = useCallback((direction: SearchDirection) => steps.current?.go(direction), [])
  return { state: useSearchState(search), current, find }
}

interface Steps {
  readonly go: (direction: SearchDirection) => void
  /** Goes to the first match at or after a place, if that is wanted when it is found. */
  readonly from: (place: LinePlace, isWanted: () => boolean) => void
  readonly stop: () => void
}

/** One step after the other, each from where the last one ended: a held key is faster than an answer. */
function createSteps(
  search: LogSearch,
  placeNow: () => LinePlace,
  onFound: (match: CurrentMatch) => void,
): Steps {
  let current: FoundMatch | null = null
  let isStopped = false
  let last: Promise<void> = Promise.resolve()
  const step = async (from: LinePlace, direction: SearchDirection, isWanted = always): Promise<void> => {
    const match = isStopped ? null : await search.find(from, direction)
    if (match === null || isStopped || !isWanted()) return
    current = match
    onFound({ ...match, direction })
  }
  const next = (from: () => LinePlace, direction: SearchDirection): void => {
    last = last.then(() => step(from(), direction))
  }
  const start = (direction: SearchDirection): LinePlace => {
    if (current === null) return placeNow()
    return direction === 'next' ? after(current) : current
  }
  return {
    go: (direction) => next(() => start(direction), direction),
    from: (place, isWanted) => {
      last = last.then(() => step(place, 'next', isWanted))
    },
    stop: () => {
      isStopped = true
    },
  }
}

const always = (): boolean => true

/** An empty match (of `^`, say) is passed too, or it would be found for ever. */
function after(match: FoundMatch): LinePlace {
  return { ...match, offset: match.offset + Math.max(1, match.length) }
}

/** The same object as long as the same is looked for. */
function useSameQuery(query: SearchQuery | null): SearchQuery | null {
  const [kept, setKept] = useState(query)
  if (isSameQuery(kept, query)) return kept
  setKept(query)
  return query
}

function useSearchState(search: LogSearch | null): SearchState | null {
  const subscribe = useCallback(
    (listener: () => void) => search?.subscribe(listener) ?? (() => undefined),
    [search],
  )
  return useSyncExternalStore(subscribe, () => search?.state() ?? null)
}
