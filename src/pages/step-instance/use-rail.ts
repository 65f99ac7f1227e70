import { useMemo, useState } from 'react'
import { useNow } from '../use-now.ts'
import { type HostKnowledge, passingRows } from './host-filter.ts'
import { groupHosts } from './host-groups.ts'
import { type HostRoster, rosterOf } from './host-roster.ts'
import type { HostRow } from './host-rows.ts'
import { sortHosts } from './host-sort.ts'
import { type LogFacts, noLogFacts } from './log-facts.ts'
import { layOutRail, type RailEntries } from './rail-entries.ts'
import type { SlicedWork } from './slices.ts'
import { createStages, type Stage } from './stages.ts'
import { inTime, type Straggler, stragglerOf } from './stragglers.ts'
import type { RailView } from './url.ts'
import { useInSlices } from './use-in-slices.ts'

/** What the rail shows: the laid out list, and what is known of each host beside its result. */
export interface Rail extends HostRoster, RailEntries, Knowledge {
  /** Row indexes in the asked order, filtered or not. */
  readonly order: Uint32Array
  /** Changes when the reader asked for another list, not when results came in. */
  readonly asked: string
}

interface Knowledge extends HostKnowledge {
  readonly facts: LogFacts
  /** Upstream's time, a few seconds coarse. */
  readonly now: number
  /** The step has ended: what its hosts say of running is what they said then. */
  readonly isOver: boolean
}

/** What the rail is laid out from. */
interface Question {
  readonly rows: readonly HostRow[]
  readonly view: Omit<RailView, 'selected' | 'shut'>
  readonly facts: LogFacts
  readonly collapsed: ReadonlySet<string>
  readonly tick: number
  readonly endedAt: number | null | undefined
}

interface LaidRail {
  readonly roster: HostRoster
  readonly order: Uint32Array
  readonly laid: RailEntries
  readonly asked: string
}

/** Stragglers are told in tens of seconds: the list need not be gone through every second. */
const coarseMs = 5_000

/**
 * Filters, sorts and groups, in slices; each step is done again only when something it depends on changed. Until that
 * is done the rail is the one before; `null` until there is a first one.
 */
export function useRail(
  rows: readonly HostRow[],
  { selected: _selected, shut: _shut, ...view }: RailView,
  facts: LogFacts,
  collapsed: ReadonlySet<string>,
  endedAt?: number | null,
): Rail | null {
  const asked = JSON.stringify(view)
  const running = useMemo(
    () => endedAt === undefined && rows.some(({ status }) => status === 7),
    [rows, endedAt],
  )
  const tick = Math.floor(useNow(running) / coarseMs) * coarseMs
  const [stage] = useState(createStages)
  // What no filter or order looks at does not run them again.
  const asksTime = view.straggler !== ''
  const askedFacts = asksTime || view.noLog || view.sort.by === 'size' ? facts : noLogFacts
  const askedTick = asksTime ? tick : 0
  const work = useMemo(() => {
    const question = { rows, view: JSON.parse(asked), facts: askedFacts, collapsed, tick: askedTick, endedAt }
    return () => layOut(stage, question, asked)
  }, [stage, rows, asked, askedFacts, collapsed, askedTick, endedAt])
  const found = useInSlices(work).value
  return useMemo(() => {
    if (found === null) return null
    const { roster, order, laid, asked } = found
    return { ...roster, order, ...laid, ...knowledgeOf(roster, facts, tick, endedAt), asked }
  }, [found, facts, tick, endedAt])
}

function* layOut(stage: Stage, question: Question, asked: string): SlicedWork<LaidRail> {
  const { rows, view, facts, collapsed, tick, endedAt } = question
  const { sort, grouped, filter, hosts, status, exit, cloud, tag, noLog, straggler } = view
  const roster = yield* stage('roster', [rows], () => rosterOf(rows))
  const sizes = sort.by === 'size' ? facts : noLogFacts
  const order = yield* stage('order', [roster, sort.by, sort.descending, sizes], () =>
    sortHosts(rows, sort, sizes, roster.arrivedAt),
  )
  const known = noLog || straggler !== '' ? facts : noLogFacts
  const passes = yield* stage(
    'passes',
    [roster, filter, hosts, status, exit, cloud, tag, noLog, straggler, known, tick, endedAt],
    () => passingRows(rows, view, knowledgeOf(roster, known, tick, endedAt)),
  )
  const grouping = yield* stage('groups', [roster, grouped], () => groupsOf(roster, grouped))
  const laid = yield* stage('list', [order, passes, grouping, collapsed], function* lay() {
    yield
    return layOutRail(order, passes, grouping, collapsed)
  })
  return { roster, order, laid, asked }
}

function* groupsOf({ rows }: HostRoster, grouped: boolean) {
  return grouped ? yield* groupHosts(rows) : null
}

function knowledgeOf(
  { usualMs, latestAt }: HostRoster,
  facts: LogFacts,
  tick: number,
  endedAt: number | null | undefined,
): Knowledge {
  if (endedAt !== undefined)
    return { facts, now: endedAt ?? latestAt, stragglerOf: () => inTime, isOver: true }
  // A host that began or ended later than our own "now" shows that our clock is behind.
  const now = Math.max(tick, latestAt)
  const straggler = (row: HostRow): Straggler => stragglerOf(row, facts.get(row.key), usualMs, now, tick)
  return { facts, now, stragglerOf: straggler, isOver: false }
}
