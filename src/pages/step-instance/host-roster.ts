import { learnMoments, upstreamNow } from '#api'
import { countByStatus, type HostRow, type StatusCount } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'
import { latestMoment, usualDurationMs } from './stragglers.ts'

/** The hosts of a step, and what they tell together. */
export interface HostRoster {
  /** In order of attention. */
  readonly rows: readonly HostRow[]
  /** Row index by key. */
  readonly places: ReadonlyMap<string, number>
  readonly counts: readonly StatusCount[]
  /** What 95 % of the finished kept within, ms; see {@link usualDurationMs}. */
  readonly usualMs: number | null
  /** The newest time upstream told, epoch ms; 0 when it told none. */
  readonly latestAt: number
  /** When these rows arrived, by upstream's clock; epoch ms. */
  readonly arrivedAt: number
}

/** `rows` in order of attention. */
export function* rosterOf(rows: readonly HostRow[]): SlicedWork<HostRoster> {
  const places = new Map<string, number>()
  yield* eachInSlices(rows, ({ key }, index) => void places.set(key, index))
  const counts = countByStatus(rows)
  yield
  const usualMs = usualDurationMs(rows)
  yield
  const latestAt = latestMoment(rows)
  learnMoments([latestAt])
  return { rows, places, counts, usualMs, latestAt, arrivedAt: Math.max(latestAt, upstreamNow()) }
}
