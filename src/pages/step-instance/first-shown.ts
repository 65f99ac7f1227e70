import { passingRows } from './host-filter.ts'
import type { HostRow } from './host-rows.ts'
import { noLogFacts } from './log-facts.ts'
import { runInSlices, type SlicedWork } from './slices.ts'
import type { Straggler } from './stragglers.ts'
import type { RailView } from './url.ts'

/** Tells stragglers among rows of which no log has been read yet. */
type FindStragglers = (rows: readonly HostRow[]) => (row: HostRow) => Straggler

/** Which rows the filters of an address leave before any log has been read; `null` for all. */
export function* rowsLeft(
  rows: readonly HostRow[],
  view: RailView,
  findStragglers: FindStragglers,
): SlicedWork<Uint8Array | null> {
  const stragglerOf = view.straggler === '' ? neverAsked : findStragglers(rows)
  return yield* passingRows(rows, view, { facts: noLogFacts, stragglerOf })
}

const neverAsked = (): Straggler => ({ slowMs: null, silentMs: null })

/** Key of the first of `rows` that the filters leave; `null` when they leave none. */
export async function firstShown(rows: readonly HostRow[], view: RailView): Promise<string | null> {
  // Hardly a link asks for stragglers: the others do not wait for what tells them.
  const find =
    view.straggler === '' ? () => neverAsked : (await import('./early-stragglers.ts')).earlyStragglers
  const left = await new Promise<Uint8Array | null>((resolve) =>
    runInSlices(rowsLeft(rows, view, find), resolve),
  )
  return rows[left === null ? 0 : left.indexOf(1)]?.key ?? null
}
