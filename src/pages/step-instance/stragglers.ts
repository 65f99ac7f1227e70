import type { HostRow } from './host-rows.ts'
import type { LogFact } from './log-facts.ts'

/*
 * Who holds a running step up: hosts that run longer than nearly all finished ones did, and hosts whose log has
 * stood still. The second can only be told of hosts whose log is being asked for.
 */

/** Status "running" (bk-job A.14). */
const running = 7

/** Fewer finished hosts say nothing about what is usual. */
const leastFinished = 3

/** A log that has not grown for this long while its host runs is silent. */
const silentAfterMs = 60_000

/**
 * The duration that 95 % of the finished hosts kept within (nearest rank), ms; `null` while too few have finished.
 */
export function usualDurationMs(rows: readonly HostRow[]): number | null {
  const finished = new Float64Array(rows.length)
  let count = 0
  for (const { status, durationMs } of rows) {
    if (status === running || durationMs === null || status === null) continue
    finished[count] = durationMs
    count += 1
  }
  if (count < leastFinished) return null
  const sorted = finished.subarray(0, count).sort()
  return sorted[Math.ceil(count * 0.95) - 1] ?? null
}

/** The newest time the rows tell, epoch ms; 0 when they tell none. By upstream's clock it is that late at least. */
export function latestMoment(rows: readonly HostRow[]): number {
  let latest = 0
  for (const { endedAt, startedAt } of rows) {
    if (endedAt !== null && endedAt > latest) latest = endedAt
    if (startedAt !== null && startedAt > latest) latest = startedAt
  }
  return latest
}

/** How long the host took, or has run so far; `null` before it began. */
export function elapsedMs({ durationMs, status, startedAt }: HostRow, now: number): number | null {
  if (durationMs !== null || status !== running || startedAt === null) return durationMs
  return Math.max(0, now - startedAt)
}

/** What is odd about a host that still runs. */
export interface Straggler {
  /** How long it has run, where that is longer than usual; ms. */
  readonly slowMs: number | null
  /** For how long it has printed nothing, from a minute on; ms. Null of a log that is not asked for any more. */
  readonly silentMs: number | null
}

/** Nothing odd. */
export const inTime: Straggler = { slowMs: null, silentMs: null }

/** A log that was not asked for in so long is not watched: what was true of it then may not be any more. */
const askedWithinMs = 30_000
/** The same of those that are looked at now and then, every half minute. */
const watchedWithinMs = 90_000

/**
 * Whether a host is slow or silent now. `usualMs` from {@link usualDurationMs}, `now` by upstream's clock, `ourNow` by that
 * which logs were asked for by.
 */
export function stragglerOf(
  row: HostRow,
  fact: LogFact | undefined,
  usualMs: number | null,
  now: number,
  ourNow: number,
): Straggler {
  if (row.status !== running) return inTime
  const ranMs = row.startedAt === null ? 0 : now - row.startedAt
  const withinMs = fact?.isWatched ? watchedWithinMs : askedWithinMs
  const isAsked = fact !== undefined && fact.state !== 'failed' && ourNow - fact.askedAt <= withinMs
  const stoodMs = isAsked ? fact.askedAt - fact.grewAt : 0
  const slowMs = usualMs !== null && ranMs > usualMs ? ranMs : null
  return { slowMs, silentMs: stoodMs > silentAfterMs ? stoodMs : null }
}
