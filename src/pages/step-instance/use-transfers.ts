import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type StepAddress, stepLogSource, type UsedLogSession, useLogSession } from '#api'
import { executeObjectKey, type FileTransfer } from '#contract'
import { isUnfinished } from './chosen-host.ts'
import { type HostRow, rowOfObject } from './host-rows.ts'
import { logQuestion } from './log-question.ts'
import { needsSources } from './transfer-pairing.ts'

/** Which sources' uploads have been asked for. */
interface SourcesAsked {
  /** All that downloads name have been asked for, with the downloads. */
  readonly all: boolean
  /** Keys of sources that have answered when asked by name. */
  readonly byName: ReadonlySet<string>
  /** Being asked for by name right now. */
  readonly fetching: readonly string[]
}

/** The transfers of all these hosts, and how to ask for some of them again. */
export interface UsedTransfers extends UsedLogSession {
  readonly reloadHosts: (keys: readonly string[]) => void
  readonly sources: SourcesAsked
  /** Asks for these sources' uploads. */
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
      for (const { key } of some) wanted.delete(key)
      const others = sourceRows(transfers.current, wanted)
      // A finished upload never changes again: sources are asked as long as they may still tell something new.
      const withSources = needsSources(transfers.current.map(({ frame }) => legOf(frame.transfer)))
      const question = logQuestion([...some, ...others], withSources)
      if (question.keys.length > 0) reload(stepLogSource(address, question))
    },
    [address, asked, reload],
  )
  usePollingOfUnfinished(session, rows, live, reloadHosts)
  const loadSources = useCallback(
    (keys: readonly string[]) =>
      reload(stepLogSource(address, logQuestion(sourceRows(transfers.current, new Set(keys))))),
    [address, reload],
  )
  return { ...session, reloadHosts, ...useSourcesByName(session, loadSources) }
}

/** Sources that transfers name, by their keys, with all their names: not every generation can be asked by key. */
function sourceRows(
  transfers: UsedLogSession['state']['transfers'],
  keys: ReadonlySet<string>,
): readonly HostRow[] {
  const found = new Map<string, HostRow>()
  if (keys.size === 0) return []
  for (const { frame } of transfers) {
    const { source } = frame.transfer
    if (source === null) continue
    const key = executeObjectKey(source)
    if (keys.has(key) && !found.has(key)) found.set(key, rowOfObject(key, source))
  }
  return [...found.values()]
}

function legOf({ direction, status, source }: FileTransfer) {
  return { direction, status, sourceKey: source === null ? '' : executeObjectKey(source) }
}

const noKeys: readonly string[] = []

/** Sources that the whole answer did not bring, because it was stopped or broke off. */
export function useSourcesByName(
  { state, stop }: Pick<UsedLogSession, 'state' | 'stop'>,
  load: (keys: readonly string[]) => void,
): Pick<UsedTransfers, 'sources' | 'fetchSources' | 'stop'> {
  const [byName, setByName] = useState<ReadonlySet<string>>(new Set())
  const [fetching, setFetching] = useState(noKeys)
  const { phase, completedOnce, problem, failures } = state
  const isLoading = useRef(false)
  useEffect(() => {
    if (phase === 'loading') {
      isLoading.current = fetching.length > 0
      return
    }
    if (!isLoading.current) return
    isLoading.current = false
    // Those that were not answered can be asked for again.
    const failed = new Set(failures.flatMap(({ keys }) => keys))
    const answered = problem === null ? fetching.filter((key) => !failed.has(key)) : []
    setByName((before) => new Set([...before, ...answered]))
    setFetching(noKeys)
  }, [phase, fetching, problem, failures])
  const fetchSources = useCallback(
    (keys: readonly string[]) => {
      if (keys.length === 0) return
      setFetching(keys)
      load(keys)
    },
    [load],
  )
  const stopAll = useCallback(() => {
    isLoading.current = false
    setFetching(noKeys)
    stop()
  }, [stop])
  const sources = useMemo(() => ({ all: completedOnce, byName, fetching }), [completedOnce, byName, fetching])
  return { sources, fetchSources, stop: stopAll }
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
