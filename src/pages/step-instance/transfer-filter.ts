import { transferTone } from '#contract'
import type { MessagesSnapshot } from './transfer-messages.ts'
import { type TransferRow, touchesHost } from './transfer-row.ts'

/** What is shown of a step's transfers. */
export interface TransferFilter {
  /** Part of a path, a host or, as far as it has been read, of the log. */
  readonly text: string
  /** `''` all, `failed`, or a status code. */
  readonly status: string
  /** Only transfers from or to this host. */
  readonly host: string | null
}

/** The rows that pass, in the same order; the same array when nothing is filtered. Only messages read so far count. */
export function filterTransfers(
  rows: readonly TransferRow[],
  filter: TransferFilter,
  messages: MessagesSnapshot | null,
): readonly TransferRow[] {
  const text = filter.text.trim().toLowerCase()
  const { status, host } = filter
  if (text === '' && status === '' && host === null) return rows
  return rows.filter(
    (row) =>
      passesStatus(row, status) &&
      (host === null || touchesHost(row, host)) &&
      (text === '' ||
        row.searched.includes(text) ||
        messages?.searched.get(row.documentId)?.includes(text) === true),
  )
}

function passesStatus(row: TransferRow, status: string): boolean {
  if (status === '') return true
  return status === 'failed' ? isTransferFailed(row.status) : row.status === Number(status)
}

/** True when a transfer ended without the file arriving. An unknown code counts: it deserves a look. */
export function isTransferFailed(status: number): boolean {
  const tone = transferTone(status)
  return tone === 'bad' || tone === 'odd'
}

/** Failed transfers first, otherwise as they came: what people look for is on top before they sort anything. */
export function failedFirst(rows: readonly TransferRow[]): readonly TransferRow[] {
  const failed = rows.filter((row) => isTransferFailed(row.status))
  if (failed.length === 0) return rows
  return [...failed, ...rows.filter((row) => !isTransferFailed(row.status))]
}

/** How many transfers have which status: failed ones first, then by code. */
export function countTransfers(
  rows: readonly TransferRow[],
): readonly { readonly status: number; readonly count: number }[] {
  const counts = new Map<number, number>()
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1)
  const rank = (status: number) => (isTransferFailed(status) ? 0 : 1)
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .sort((a, b) => rank(a.status) - rank(b.status) || a.status - b.status)
}

/**
 * Place of each text in its natural order ("10.0.0.9" before "10.0.0.10"), so that 100,000 rows are compared as
 * numbers. Few texts are distinct: a distribution has thousands of hosts, not hundreds of thousands.
 */
export function rankTexts(texts: Iterable<string>): ReadonlyMap<string, number> {
  const padded = [...new Set(texts)].map((text) => [text, sortKey(text)] as const)
  padded.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  return new Map(padded.map(([text], index) => [text, index]))
}

function sortKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(20, '0'))
}
