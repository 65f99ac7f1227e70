import type { FileTransfer } from '#contract'
import { hostOf, transferOf } from './step-instance.fixture.ts'
import type { FilteredTable } from './transfer-filter.ts'
import { makeRow, type TransferRow } from './transfer-row.ts'
import type { TransferTable } from './transfer-table.ts'
import { createTally } from './transfer-tally.ts'
import { createTextNumbers } from './transfer-texts.ts'

/** Download `n`, from host 1 to host `n`, with changes. */
export function rowOf(n: number, change: Partial<FileTransfer> = {}): TransferRow {
  const frame = { key: `t${n}`, hostKey: `${n}`, transfer: transferOf(n, change), bytes: 10 }
  return makeRow({ frame, documentId: `d${n}` })
}

/** The upload of `path` from host `source`. */
export function uploadOf(source: number, path: string, change: Partial<FileTransfer> = {}): TransferRow {
  const transfer = transferOf(source, {
    direction: 'upload',
    source: hostOf(source),
    sourcePath: path,
    destination: null,
    destinationPath: null,
    ...change,
  })
  const key = `u${source}:${path}`
  return makeRow({ frame: { key, hostKey: `${source}`, transfer, bytes: 10 }, documentId: `d${key}` })
}

/** The table of these rows, at once. */
export function tableOf(rows: readonly TransferRow[]): TransferTable {
  const tally = createTally()
  for (const row of rows) tally.add(row)
  return tally.table()
}

/** The rows as they are given, to be filtered and sorted. */
export function filteredTable(rows: readonly TransferRow[]): FilteredTable {
  const { texts, openColumns } = createTextNumbers()
  const { columns, add } = openColumns()
  for (const row of rows) add(row)
  return { rows, texts: { texts, columns } }
}

export const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key)
