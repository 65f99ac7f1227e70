/** What reached the sandbox, as it was seen: the assertions of end-to-end tests read this. */

/** One request. Nothing is hidden: credentials and cookies are exactly what a test wants to see. */
type JournalEntry = {
  readonly number: number
  /** Sandbox clock, epoch ms. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** The raw query, without `?`. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Status of the answer; null while there is none. */
  status: number | null
  /** The caller left before the whole answer had been handed over. */
  aborted: boolean
  /** The whole answer was handed over. */
  finished: boolean
}

export type Journal = {
  readonly note: (request: Request, body: string) => JournalEntry
  readonly entries: () => readonly JournalEntry[]
  readonly clear: () => void
}

const KEPT = 200

/** Keeps the newest 200 requests. */
export function createJournal(now: () => number): Journal {
  let kept: JournalEntry[] = []
  let count = 0
  const note = (request: Request, body: string): JournalEntry => {
    const url = new URL(request.url)
    count += 1
    const entry: JournalEntry = {
      number: count,
      at: now(),
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: Object.fromEntries(request.headers),
      body,
      status: null,
      aborted: false,
      finished: false,
    }
    kept = [...kept.slice(1 - KEPT), entry]
    return entry
  }
  return {
    note,
    entries: () => kept,
    clear: () => {
      kept = []
    },
  }
}
