import type { LogSessionState } from '#api'
import type { HostRow } from './host-rows.ts'
import { type LogFacts, learnFrom } from './log-facts.ts'

/** So many running hosts' logs are looked at together: upstream answers each of them whole, and all are kept meanwhile. */
export const mostRunningLogs = 500

/** Until the running logs are looked at again. */
export const lookAgainMs = 30_000

/** Status "running" (bk-job A.14). */
const running = 7

/** The hosts that run. */
export function runningRows(rows: readonly HostRow[]): readonly HostRow[] {
  return rows.filter(({ status }) => status === running)
}

/** Whose logs to look at of those that run: whoever was looked at before stays, others follow in the order they stand. */
export function logsToLookAt(
  rows: readonly HostRow[],
  before: ReadonlySet<string>,
  most = mostRunningLogs,
): readonly HostRow[] {
  const all = runningRows(rows)
  if (all.length <= most) return all
  const known = all.filter(({ key }) => before.has(key))
  return [...known, ...all.filter(({ key }) => !before.has(key))].slice(0, most)
}

/** What a look at many logs adds to what was known: those of which it knows are watched from then on. */
export function learnWatched(facts: LogFacts, state: LogSessionState, now: number): LogFacts {
  const learned = learnFrom(facts, state, now)
  const keys = [...state.logs.keys(), ...state.missing]
  const anew = keys.filter((key) => learned.get(key)?.isWatched !== true)
  if (anew.length === 0) return learned
  const marked = new Map(learned)
  for (const key of anew) {
    const fact = learned.get(key)
    if (fact !== undefined) marked.set(key, { ...fact, isWatched: true })
  }
  return marked
}

/** What is known once nobody looks any more: sizes, but not how long a log stands still. The open one tells that anew. */
export function endWatch(facts: LogFacts): LogFacts {
  const left = new Map(facts)
  for (const [key, fact] of facts)
    if (fact.isWatched) left.set(key, { ...fact, isWatched: false, askedAt: 0 })
  return left
}
