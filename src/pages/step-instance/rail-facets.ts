import { cloudIdOf } from './host-filter.ts'
import type { HostRow } from './host-rows.ts'
import { hasNoLog, type LogFacts } from './log-facts.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'
import type { Straggler } from './stragglers.ts'

/** A value hosts can be filtered by, and how many have it. */
export interface FacetValue<Value> {
  readonly value: Value
  readonly count: number
}

/** What there is to choose from among all hosts of the step, not only those shown. */
export interface RailFacets {
  readonly exits: readonly FacetValue<number>[]
  /** With the area's name where upstream tells it. */
  readonly clouds: readonly (FacetValue<string> & { readonly name: string })[]
  /** `''` for hosts without a tag. */
  readonly tags: readonly FacetValue<string>[]
  readonly noLogCount: number
  readonly slowCount: number
  readonly silentCount: number
  readonly runningCount: number
  /** Running hosts whose log is asked for: only of those silence is known. */
  readonly watchedCount: number
}

/** A choice longer than this is no choice: the rest is reached by the text filter or by grouping. */
const mostValues = 200

/** Counts in one pass over all rows. */
export function* railFacets(
  rows: readonly HostRow[],
  facts: LogFacts,
  stragglerOf: (row: HostRow) => Straggler,
): SlicedWork<RailFacets> {
  const exits = new Map<number, number>()
  const clouds = new Map<string, number>()
  const names = new Map<string, string>()
  const tags = new Map<string, number>()
  const counts = { noLogCount: 0, slowCount: 0, silentCount: 0, runningCount: 0, watchedCount: 0 }
  yield* eachInSlices(rows, (row) => {
    const { exitCode, tag, executeObject } = row
    if (exitCode !== null) exits.set(exitCode, (exits.get(exitCode) ?? 0) + 1)
    const cloud = cloudIdOf(row)
    if (cloud !== null) clouds.set(cloud, (clouds.get(cloud) ?? 0) + 1)
    if (cloud !== null && executeObject.kind === 'host') names.set(cloud, executeObject.cloudName ?? '')
    tags.set(tag ?? '', (tags.get(tag ?? '') ?? 0) + 1)
    if (hasNoLog(facts.get(row.key))) counts.noLogCount += 1
    countRunning(counts, row, facts.get(row.key))
    const { slowMs, silentMs } = stragglerOf(row)
    if (slowMs !== null) counts.slowCount += 1
    if (silentMs !== null) counts.silentCount += 1
  })
  return {
    exits: valuesOf(exits, (a, b) => a - b),
    clouds: valuesOf(clouds, (a, b) => Number(a) - Number(b)).map((one) => ({
      ...one,
      name: names.get(one.value) ?? '',
    })),
    tags: valuesOf(tags, (a, b) => (a < b ? -1 : 1)),
    ...counts,
  }
}

function countRunning(
  counts: { runningCount: number; watchedCount: number },
  { status }: HostRow,
  fact: { readonly askedAt: number } | undefined,
): void {
  if (status !== 7) return
  counts.runningCount += 1
  if (fact !== undefined && fact.askedAt > 0) counts.watchedCount += 1
}

/** The most frequent ones, in their natural order. */
function valuesOf<Value>(
  counts: ReadonlyMap<Value, number>,
  compare: (a: Value, b: Value) => number,
): readonly FacetValue<Value>[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostValues)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => compare(a.value, b.value))
}
