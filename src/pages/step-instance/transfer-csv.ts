import type { TransferWords } from '#i18n'
import { eachInSlices, type SlicedWork } from './slices.ts'
import type { TransferRow } from './transfer-row.ts'
import { transferState } from './transfer-state.ts'

/** Columns of the file, in its order; texts as upstream wrote them, and sizes once more as numbers. */
type CsvColumn = readonly [header: string, text: (row: TransferRow) => string]

/**
 * Rows as CSV (RFC 4180, with the mark that tells spreadsheets it is UTF-8). What a spreadsheet would take
 * for a formula begins with an apostrophe: paths and messages are other people's text.
 */
export function* csvOfTransfers(
  rows: readonly TransferRow[],
  messageOf: (row: TransferRow) => string,
  texts: Pick<TransferWords, 'transfer' | 'status'>,
  isOver: boolean,
): SlicedWork<Blob> {
  const { transfer: words } = texts
  const { columns, csv } = words
  const table: readonly CsvColumn[] = [
    [columns.status, (row) => transferState(row.status, isOver, texts).word],
    [csv.statusCode, (row) => `${row.status ?? ''}`],
    [columns.direction, (row) => words.direction[row.direction]],
    [columns.sourceHost, (row) => row.sourceHost],
    [columns.sourcePath, (row) => row.sourcePath],
    [columns.destinationHost, (row) => row.destinationHost],
    [columns.destinationPath, (row) => row.destinationPath],
    [columns.size, (row) => row.size ?? ''],
    [csv.sizeBytes, (row) => numberText(row.sizeBytes)],
    [columns.speed, (row) => row.speed ?? ''],
    [csv.speedBytesPerSecond, (row) => numberText(row.speedBytesPerSecond)],
    [columns.progress, (row) => row.progress ?? ''],
    [columns.message, messageOf],
  ]
  const parts: Blob[] = []
  let part = `\uFEFF${table.map(([header]) => csvField(header)).join(',')}\r\n`
  const end = () => {
    parts.push(new Blob([part]))
    part = ''
  }
  yield* eachInSlices(rows, (row) => {
    for (const [column, [, text]] of table.entries()) part += (column === 0 ? '' : ',') + csvField(text(row))
    part += '\r\n'
    if (part.length > partLength) end()
  })
  end()
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

/** Turned into bytes at once: all of 100,000 rows would take longer than a frame. */
const partLength = 256 * 1024

function numberText(value: number | null): string {
  return value === null ? '' : `${Math.round(value)}`
}

/** One field: never a formula, and in quotes where the format asks for them. */
export function csvField(text: string): string {
  const safe = /^\s*[=+\-@|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
