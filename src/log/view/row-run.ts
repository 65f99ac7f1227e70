import type { ViewRow } from './view-row.ts'

/** Consecutive rows, the first of them at `firstRowIndex`. */
export interface RowRun {
  readonly firstRowIndex: number
  readonly rows: readonly ViewRow[]
}

/** How many rows the first lines are when laid out plainly, and those on the first screen. */
export interface FirstRows {
  readonly rowCount: number
  readonly run: RowRun
}
