import type { HostRow } from './host-rows.ts'
import { latestMoment, type Straggler, stragglerOf, usualDurationMs } from './stragglers.ts'

/** Stragglers as far as the rows alone tell them: none is silent before its log was asked for. */
export function earlyStragglers(rows: readonly HostRow[]): (row: HostRow) => Straggler {
  const usualMs = usualDurationMs(rows)
  const now = latestMoment(rows)
  return (row) => stragglerOf(row, undefined, usualMs, now, now)
}
