import { useEffect, useMemo, useState } from 'react'

/** How far a search of the logs has come; as the log store tells it. */
interface LogsFound {
  readonly searched: number
  readonly total: number
  /** Those that hold the text and were not told of before. */
  readonly documentIds: readonly string[]
  readonly complete: boolean
}

/** Searches all logs of the collection that a document is in. */
export type SearchLogs = (
  besideId: string,
  text: string,
  tell: (found: LogsFound) => void,
) => { close(): void }

/** What the logs say about some words. */
export interface LogSearchState {
  /** Ids of the documents that hold a word, as far as they have been searched. */
  readonly found: ReadonlyMap<string, ReadonlySet<string>>
  /** Changes while the logs are searched for the first time; when they grow and are searched again it stays. */
  readonly version: number
  /** Of the word that is farthest behind. */
  readonly searched: number
  readonly total: number
  readonly complete: boolean
}

/** How far the search for one word is. */
interface KnownWord {
  readonly found: ReadonlySet<string>
  readonly searched: number
  readonly total: number
  readonly complete: boolean
}

interface Known {
  readonly words: ReadonlyMap<string, KnownWord>
  readonly version: number
  /** The first search of all logs for these words has come to its end. */
  readonly again: boolean
}

const unsearched: KnownWord = { found: new Set(), searched: 0, total: 0, complete: false }

/**
 * Searches the logs of all transfers for each of some words, in the worker that has them.
 *
 * @param words keep the identity while they are the same
 * @param besideId any of the transfers' documents; null when there is none
 * @param revision changes when the logs may have grown; those found stay found meanwhile
 */
export function useLogSearch(
  searchLogs: SearchLogs,
  words: readonly string[],
  besideId: string | null,
  revision: unknown,
): LogSearchState {
  const [known, setKnown] = useState<Known>({ words: new Map(), version: 0, again: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to search again
  useEffect(() => {
    setKnown((before) => begin(before, besideId === null ? [] : words))
    if (besideId === null) return
    const searches = words.map((word) =>
      searchLogs(besideId, word, (news) => setKnown((before) => take(before, word, news))),
    )
    return () => {
      for (const search of searches) search.close()
    }
  }, [searchLogs, words, besideId, revision])
  return useMemo(() => stateOf(known, words), [known, words])
}

function begin(before: Known, words: readonly string[]): Known {
  const isSame = words.length === before.words.size && words.every((word) => before.words.has(word))
  if (isSame && words.length === 0) return before
  if (!isSame) {
    const fresh = new Map(words.map((word) => [word, unsearched] as const))
    return { words: fresh, version: before.version + 1, again: false }
  }
  const again = before.again || [...before.words.values()].every(({ complete }) => complete)
  const renewed = [...before.words].map(
    ([word, one]) => [word, { ...one, searched: 0, complete: false }] as const,
  )
  return { ...before, words: new Map(renewed), again }
}

function take(before: Known, word: string, { documentIds, ...progress }: LogsFound): Known {
  const one = before.words.get(word)
  if (one === undefined) return before
  const fresh = documentIds.filter((id) => !one.found.has(id))
  const found = fresh.length === 0 ? one.found : new Set([...one.found, ...fresh])
  const words = new Map(before.words).set(word, { ...progress, found })
  const isNews = fresh.length > 0 && !before.again
  return { ...before, words, version: before.version + (isNews ? 1 : 0) }
}

function stateOf({ words: known, version }: Known, words: readonly string[]): LogSearchState {
  const all = words.map((word) => known.get(word) ?? unsearched)
  return {
    found: new Map(words.map((word, index) => [word, (all[index] ?? unsearched).found])),
    version,
    searched: Math.min(...all.map(({ searched }) => searched)),
    total: Math.max(...all.map(({ total }) => total)),
    complete: all.every(({ complete }) => complete),
  }
}
