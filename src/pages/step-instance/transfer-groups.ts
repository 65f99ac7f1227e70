import { isTransferFailed } from '#contract'
import { eachInSlices, type SlicedWork } from './slices.ts'
import { sortTexts } from './transfer-order.ts'
import type { TransferRow } from './transfer-row.ts'
import { type StatusTally, talliesOf } from './transfer-table.ts'
import type { TransferGrouping, TransferSort } from './url.ts'

/** Transfers with the same destination, source or file. */
export interface TransferGroup {
  /** Unlike any transfer's key. */
  readonly key: string
  /** The execute object key or path they share; `''` for none. */
  readonly of: string
  /** What a person calls it; `''` where there is none. */
  readonly name: string
  /** In the order of the table. */
  readonly members: readonly TransferRow[]
  readonly counts: readonly StatusTally[]
  readonly failed: number
  /** Of those whose size is known; null when none is. */
  readonly bytes: number | null
  /** How many are of unknown size. */
  readonly unsized: number
}

/** A line of the table: a group's head, or a transfer. */
export type TransferItem = TransferRow | TransferGroup

/** Tells the two kinds of lines apart. */
export function isGroup(item: TransferItem): item is TransferGroup {
  return 'members' in item
}

const named: Readonly<Record<TransferGrouping, (row: TransferRow) => readonly [string, string]>> = {
  destination: (row) => [row.destinationKey, row.destinationHost],
  source: (row) => [row.sourceKey, row.sourceHost],
  file: (row) => [row.sourcePath, row.sourcePath],
}

/**
 * Rows by what they share: groups with most failures first, then by name in natural order. Rows that are `sorted` keep
 * their order, and a group stands where the first of its members does; by size, where the sum in its head belongs.
 */
export function* groupTransfers(
  rows: readonly TransferRow[],
  grouping: TransferGrouping,
  sorted: TransferSort | null = null,
): SlicedWork<readonly TransferGroup[]> {
  const found = new Map<string, { readonly name: string; readonly members: TransferRow[] }>()
  yield* eachInSlices(rows, (row) => {
    const [of, name] = named[grouping](row)
    const known = found.get(of)
    if (known === undefined) found.set(of, { name, members: [row] })
    else known.members.push(row)
  })
  const groups: TransferGroup[] = []
  yield* eachInSlices([...found], ([of, { name, members }]) => {
    groups.push({ key: `group:${grouping}:${of}`, of, name, members, ...tallyOf(members) })
  })
  if (sorted !== null) return sorted.columnId === 'size' ? bySum(groups, sorted.descending) : groups
  const places = new Map<string, number>()
  const names = yield* sortTexts([...new Set(groups.map(({ name }) => name))])
  for (const [index, name] of names.entries()) places.set(name, index)
  return groups.sort((a, b) => b.failed - a.failed || (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0))
}

/** Groups of which no size is known go last, in both directions, as rows do. */
function bySum(groups: TransferGroup[], descending: boolean): readonly TransferGroup[] {
  const unknown = descending ? -1 : Number.POSITIVE_INFINITY
  const sumOf = ({ bytes }: TransferGroup) => bytes ?? unknown
  return groups.sort((a, b) => (sumOf(a) === sumOf(b) ? 0 : sumOf(a) - sumOf(b)) * (descending ? -1 : 1))
}

function tallyOf(members: readonly TransferRow[]) {
  const counts = new Map<number | null, number>()
  let failed = 0
  let bytes = 0
  let unsized = 0
  for (const { status, sizeBytes } of members) {
    counts.set(status, (counts.get(status) ?? 0) + 1)
    if (isTransferFailed(status)) failed += 1
    bytes += sizeBytes ?? 0
    if (sizeBytes === null) unsized += 1
  }
  return {
    ...{ counts: talliesOf(counts), failed, unsized },
    bytes: unsized === members.length ? null : bytes,
  }
}

/** The table's lines: every group's head, and the members of those that are open. */
export function* linesOfGroups(
  groups: readonly TransferGroup[],
  open: ReadonlySet<string>,
): SlicedWork<readonly TransferItem[]> {
  const lines: TransferItem[] = []
  for (const group of groups) {
    lines.push(group)
    if (open.has(group.key)) yield* eachInSlices(group.members, (row) => lines.push(row))
  }
  return lines
}
