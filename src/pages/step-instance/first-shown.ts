import { passingRows } from './host-filter.ts'
import type { HostRow } from './host-rows.ts'
import { noLogFacts } from './log-facts.ts'
import { runInSlices, type SlicedWork } from './slices.ts'
import { latestMoment, stragglerOf, usualDurationMs } from './stragglers.ts'
import type { RailView } from './url.ts'

/** Which rows the filters of an address leave before any log has been read; `null` for all. */
export function* rowsLeft(rows: readonly HostRow[], view: RailView): SlicedWork<Uint8Array | null> {
  const [usualMs, now] = view.straggler === '' ? [null, 0] : [usualDurationMs(rows), latestMoment(rows)]
  return yield* passingRows(rows, view, {
    facts: noLogFacts,
    stragglerOf: (row) => stragglerOf(row, undefined, usualMs, now, now),
  })
}

/** Key of the first of `rows` that the filters leave; `null` when they leave none. */
export async function firstShown(rows: readonly HostRow[], view: RailView): Promise<string | null> {
  const left = await new Promise<Uint8Array | null>((resolve) => runInSlices(rowsLeft(rows, view), resolve))
  return rows[left === null ? 0 : left.indexOf(1)]?.key ?? null
}
