import { eachInSlices, type SlicedWork } from './slices.ts'
import type { TransferRow } from './transfer-row.ts'

/** Rows in the order somebody is reading. */
export interface HeldRows {
  readonly rows: readonly TransferRow[]
  /** How many rows would stand elsewhere, or not at all, if they were arranged anew. */
  readonly outOfPlace: number
}

/**
 * New states of rows in the places they had: a row that is read must not run away because it moved on. Rows that no
 * longer pass the filter stay; new ones come at the end; those that are gone altogether leave.
 *
 * @param held what is on screen
 * @param all every row there is now
 * @param arranged those that pass now, in their order
 */
export function* holdPlaces(
  held: readonly TransferRow[],
  all: readonly TransferRow[],
  arranged: readonly TransferRow[],
): SlicedWork<HeldRows> {
  const current = new Map<string, TransferRow>()
  yield* eachInSlices(all, (row) => current.set(row.key, row))
  const heldKeys = new Set<string>()
  const rows: TransferRow[] = []
  yield* eachInSlices(held, ({ key }) => {
    const row = current.get(key)
    heldKeys.add(key)
    if (row !== undefined) rows.push(row)
  })
  yield* eachInSlices(arranged, (row) => {
    if (!heldKeys.has(row.key)) rows.push(row)
  })
  let outOfPlace = 0
  yield* eachInSlices(rows, (row, index) => {
    if (arranged[index]?.key !== row.key) outOfPlace += 1
  })
  return { rows: outOfPlace === 0 ? arranged : rows, outOfPlace }
}
