import { useEffect, useMemo, useRef, useState } from 'react'
import { type StepAddress, stepLogSource, type UsedLogSession, useLogSession } from '#api'
import { isUnfinished } from './chosen-host.ts'
import type { HostRow } from './host-rows.ts'
import { logQuestion } from './log-question.ts'

/** The transfers of all these hosts, and how to ask for some of them again. */
export interface UsedTransfers extends UsedLogSession {
  readonly reloadHosts: (keys: readonly string[]) => void
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
  const reloadHosts = useMemo(
    () => (keys: readonly string[]) => {
      const wanted = new Set(keys)
      const some = asked.filter((row) => wanted.has(row.key))
      if (some.length > 0) reload(stepLogSource(address, logQuestion(some, true)))
    },
    [address, asked, reload],
  )
  usePollingOfUnfinished(session, rows, live, reloadHosts)
  return { ...session, reloadHosts }
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
