import { useDeferredValue, useMemo } from 'react'
import { useNow } from '../use-now.ts'
import { type HostFilter, type HostKnowledge, passingRows } from './host-filter.ts'
import { groupHosts } from './host-groups.ts'
import type { HostRow } from './host-rows.ts'
import { sortHosts } from './host-sort.ts'
import { type LogFacts, noLogFacts } from './log-facts.ts'
import { layOutRail, type RailEntries } from './rail-entries.ts'
import type { RailView } from './rail-url.ts'
import { type Straggler, stragglerOf, upstreamNow, usualDurationMs } from './stragglers.ts'

/** What the rail shows: the laid out list, and what is known of each host beside its result. */
export interface Rail extends RailEntries {
  /** Row index by key. */
  readonly places: ReadonlyMap<string, number>
  readonly facts: LogFacts
  /** Upstream's time, a few seconds coarse. */
  readonly now: number
  readonly stragglerOf: (row: HostRow) => Straggler
  /** Changes when the reader asked for another list, not when results came in. */
  readonly asked: string
}

/** Stragglers are told in tens of seconds: the list need not be gone through every second. */
const coarseMs = 5_000

/** Filters, sorts and groups; each step is done again only when something it depends on changed. */
export function useRail(
  rows: readonly HostRow[],
  view: RailView,
  facts: LogFacts,
  collapsed: ReadonlySet<string>,
): Rail {
  const { sort, grouped } = view
  const knowledge = useKnowledge(rows, facts)
  const arrivedAt = useMemo(() => upstreamNow(rows, Date.now()), [rows])
  const places = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const sizes = sort.by === 'size' ? facts : noLogFacts
  const order = useMemo(() => sortHosts(rows, sort, sizes, arrivedAt), [rows, sort, sizes, arrivedAt])
  // Typing stays fluid while a long list is filtered.
  const filter = useDeferredValue(view.filter)
  const passes = usePassing(rows, { ...view, filter }, knowledge)
  const grouping = useMemo(() => (grouped ? groupHosts(rows) : null), [rows, grouped])
  const laid = useMemo(
    () => layOutRail(order, passes, grouping, collapsed),
    [order, passes, grouping, collapsed],
  )
  return { ...laid, ...knowledge, places, asked: JSON.stringify({ ...view, filter }) }
}

interface Knowledge extends HostKnowledge {
  readonly now: number
}

function useKnowledge(rows: readonly HostRow[], facts: LogFacts): Knowledge {
  const running = useMemo(() => rows.some(({ status }) => status === 7), [rows])
  const usualMs = useMemo(() => (running ? usualDurationMs(rows) : null), [rows, running])
  const tick = Math.floor(useNow(running) / coarseMs) * coarseMs
  const now = useMemo(() => upstreamNow(rows, tick), [rows, tick])
  return useMemo(
    () => ({ facts, now, stragglerOf: (row) => stragglerOf(row, facts.get(row.key), usualMs, now) }),
    [facts, now, usualMs],
  )
}

/** What no filter looks at does not run them again. */
function usePassing(rows: readonly HostRow[], view: RailView, knowledge: Knowledge): Uint8Array | null {
  const { filter: text, status, exit, cloud, tag, noLog, straggler } = view
  const asksTime = straggler !== ''
  const facts = noLog || asksTime ? knowledge.facts : noLogFacts
  const known = asksTime ? knowledge.stragglerOf : neverLate
  return useMemo(() => {
    const filter: HostFilter = { filter: text, status, exit, cloud, tag, noLog, straggler }
    return passingRows(rows, filter, { facts, stragglerOf: known })
  }, [rows, text, status, exit, cloud, tag, noLog, straggler, facts, known])
}

const inTime: Straggler = { slowMs: null, silentMs: null }
const neverLate = () => inTime
