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

/** What the logs say about a text. */
export interface LogSearchState {
  /** Ids of the documents that hold it, as far as they have been searched. */
  readonly found: ReadonlySet<string>
  /** Changes while the logs are searched for the first time; when they grow and are searched again it stays. */
  readonly version: number
  readonly searched: number
  readonly total: number
  readonly complete: boolean
}

interface Known extends LogSearchState {
  readonly text: string
  /** The first search of all logs for this text has come to its end. */
  readonly again: boolean
}

const nothing: ReadonlySet<string> = new Set()
const unasked: Known = {
  ...{ text: '', found: nothing, version: 0, searched: 0, total: 0, complete: false },
  again: false,
}

/**
 * Searches the logs of all transfers for a text, in the worker that has them.
 *
 * @param besideId any of the transfers' documents; null when there is none
 * @param revision changes when the logs may have grown; those found stay found meanwhile
 */
export function useLogSearch(
  searchLogs: SearchLogs,
  text: string,
  besideId: string | null,
  revision: unknown,
): LogSearchState {
  const [known, setKnown] = useState(unasked)
  const needle = text.trim()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to search again
  useEffect(() => {
    if (needle === '' || besideId === null) {
      setKnown((before) => (before.text === '' ? before : { ...unasked, version: before.version + 1 }))
      return
    }
    setKnown((before) =>
      before.text === needle
        ? { ...before, again: before.complete || before.again, complete: false, searched: 0 }
        : { ...unasked, text: needle, version: before.version + 1 },
    )
    const search = searchLogs(besideId, needle, (news) => setKnown((before) => take(before, news)))
    return () => search.close()
  }, [searchLogs, needle, besideId, revision])
  return useMemo(
    () => (known.text === needle ? known : { ...unasked, version: known.version }),
    [known, needle],
  )
}

function take(before: Known, { searched, total, documentIds, complete }: LogsFound): Known {
  const fresh = documentIds.filter((id) => !before.found.has(id))
  const progress = { ...before, searched, total, complete }
  if (fresh.length === 0) return progress
  const version = before.again ? before.version : before.version + 1
  return { ...progress, version, found: new Set([...before.found, ...fresh]) }
}
