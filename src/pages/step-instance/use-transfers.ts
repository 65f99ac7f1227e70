import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type StepAddress, stepLogSource, type UsedLogSession, useLogSession } from '#api'
import { executeObjectKey, type FileTransfer } from '#contract'
import { isUnfinished } from './chosen-host.ts'
import type { HostRow } from './host-rows.ts'
import { logQuestion } from './log-question.ts'
import { needsSources } from './transfer-pairing.ts'

/** Which sources' uploads have been asked for. */
interface SourcesAsked {
  /** All that downloads name have been asked for, with the downloads. */
  readonly all: boolean
  /** Keys of sources that have been asked for by name. */
  readonly byName: ReadonlySet<string>
  /** Being asked for by name right now. */
  readonly fetching: readonly string[]
}

/** The transfers of all these hosts, and how to ask for some of them again. */
export interface UsedTransfers extends UsedLogSession {
  readonly reloadHosts: (keys: readonly string[]) => void
  readonly sources: SourcesAsked
  /** Asks for these sources' uploads, each of them once. */
  readonly fetchSources: (keys: readonly string[]) => void
}

/**
 * Loads every host's transfers and their sources' uploads, then, while the step runs, again those of hosts that were
 * not done: the rest cannot change, and a big distribution is tens of megabytes.
 */
export function useTransfers(address: StepAddress, rows: readonly HostRow[], live: boolean): UsedTransfers {
  const asked = useSameHosts(rows)
  const source = useMemo(
    () => (asked.length === 0 ? null : stepLogSource(address, logQuestion(asked, true))),
    [address, asked],
  )
  const session = useLogSession(source, false)
  const { reload } = session
  const transfers = useRef(session.state.transfers)
  useEffect(() => {
    transfers.current = session.state.transfers
  })
  const reloadHosts = useMemo(
    () => (keys: readonly string[]) => {
      const wanted = new Set(keys)
      const some = asked.filter((row) => wanted.has(row.key))
      // A finished upload never changes again: sources are asked as long as they may still tell something new.
      const withSources = needsSources(transfers.current.map(({ frame }) => legOf(frame.transfer)))
      if (some.length > 0) reload(stepLogSource(address, logQuestion(some, withSources)))
    },
    [address, asked, reload],
  )
  usePollingOfUnfinished(session, rows, live, reloadHosts)
  return { ...session, reloadHosts, ...useSourcesByName(address, session) }
}

function legOf({ direction, status, source }: FileTransfer) {
  return { direction, status, sourceKey: source === null ? '' : executeObjectKey(source) }
}

const noKeys: readonly string[] = []

/** Sources that the whole answer did not bring, because it was stopped or broke off. */
function useSourcesByName(
  address: StepAddress,
  { state, reload }: UsedLogSession,
): Pick<UsedTransfers, 'sources' | 'fetchSources'> {
  const [byName, setByName] = useState<ReadonlySet<string>>(new Set())
  const [fetching, setFetching] = useState(noKeys)
  const { phase, completedOnce } = state
  const [begun, setBegun] = useState(false)
  if (fetching.length > 0 && phase === 'loading' && !begun) setBegun(true)
  if (fetching.length > 0 && phase === 'settled' && begun) {
    setFetching(noKeys)
    setBegun(false)
  }
  const fetchSources = useCallback(
    (keys: readonly string[]) => {
      if (keys.length === 0) return
      setByName((before) => new Set([...before, ...keys]))
      setFetching(keys)
      reload(stepLogSource(address, { keys }))
    },
    [address, reload],
  )
  return { sources: { all: completedOnce, byName, fetching }, fetchSources }
}

/** The rows first given, as long as they name the same hosts: their order and states change while a step runs. */
function useSameHosts(rows: readonly HostRow[]): readonly HostRow[] {
  const [kept, setKept] = useState(rows)
  const same = useMemo(() => sameHosts(kept, rows), [kept, rows])
  if (!same) setKept(rows)
  return same ? kept : rows
}

function sameHosts(some: readonly HostRow[], others: readonly HostRow[]): boolean {
  if (some === others) return true
  if (some.length !== others.length) return false
  const keys = new Set(some.map((row) => row.key))
  return others.every((row) => keys.has(row.key))
}

const pollMs = 3000
/** A whole distribution is asked for less often: its answer alone takes seconds. */
const slowPollMs = 10_000
const manyHosts = 1000

function usePollingOfUnfinished(
  { state }: UsedLogSession,
  rows: readonly HostRow[],
  live: boolean,
  reloadHosts: (keys: readonly string[]) => void,
): void {
  const latest = useRef({ rows, live })
  useEffect(() => {
    latest.current = { rows, live }
  })
  /** Hosts that could still change when they were last asked for; they are asked for once more after their end. */
  const open = useRef<readonly string[] | null>(null)
  const { phase, problem, completedOnce } = state
  useEffect(() => {
    // Before the first whole answer there is nothing to renew: it failed, or the reader stopped it.
    if (phase !== 'settled' || problem !== null || !completedOnce) return
    const unfinished = () =>
      latest.current.rows.filter((row) => isUnfinished(row, !latest.current.live)).map((row) => row.key)
    open.current ??= live ? unfinished() : []
    if (open.current.length === 0 && !live) return
    const poll = () => {
      if (document.hidden) return
      const keys = [...new Set([...(open.current ?? []), ...unfinished()])]
      open.current = unfinished()
      reloadHosts(keys)
    }
    const timer = setTimeout(poll, open.current.length > manyHosts ? slowPollMs : pollMs)
    document.addEventListener('visibilitychange', poll)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', poll)
    }
  }, [phase, problem, completedOnce, live, reloadHosts])
}
