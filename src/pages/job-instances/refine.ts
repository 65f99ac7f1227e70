import { upstreamNow } from '#api'
import { type JobInstance, runTone, type Tone } from '#contract'
import { type SortValue, sortRows } from '#ui'
import type { ColumnId } from './column-ids.ts'
import type { Refinement } from './url.ts'

/** Words of a row as the reader sees them; matched and sorted by. */
export interface RowWords {
  readonly status: (code: number) => string
  readonly type: (code: number | null) => string
  readonly launchMode: (code: number | null) => string
}

/** How many of the loaded rows have one status. */
export interface StatusCount {
  readonly status: number
  readonly count: number
}

const order: readonly Tone[] = ['bad', 'odd', 'busy', 'idle', 'good']

/** Statuses among these rows, those that need somebody first (product, section 3). */
export function countStatuses(items: readonly JobInstance[]): readonly StatusCount[] {
  const counts = new Map<number, number>()
  for (const { status } of items) counts.set(status, (counts.get(status) ?? 0) + 1)
  const rank = (status: number) => order.indexOf(runTone(status))
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .sort((a, b) => rank(a.status) - rank(b.status) || b.count - a.count)
}

/** Ids of the rows that stay, in the order wanted. */
export function refine(
  items: readonly JobInstance[],
  { text, statuses, sort }: Refinement,
  words: RowWords,
): readonly string[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  const kept = items.filter(
    (row) =>
      (statuses.length === 0 || statuses.includes(row.status)) &&
      wanted.every((word) => textOf(row, words).includes(word)),
  )
  const sorted =
    sort === null ? kept : sortRows(kept, (row) => sortedBy(row, sort.columnId, words), sort.descending)
  return sorted.map(({ id }) => id)
}

function textOf(row: JobInstance, words: RowWords): string {
  const { id, name, operator, status, type, launchMode } = row
  return [id, name, operator ?? '', words.status(status), words.type(type), words.launchMode(launchMode)]
    .join('\n')
    .toLowerCase()
}

/** What a column is sorted by; `null` goes last. */
function sortedBy(row: JobInstance, columnId: string, words: RowWords): SortValue {
  const values: Readonly<Partial<Record<ColumnId, SortValue>>> = {
    id: row.id,
    name: row.name,
    type: words.type(row.type),
    launchMode: words.launchMode(row.launchMode),
    operator: row.operator,
    // What needs somebody comes first, not what comes first in the alphabet.
    status: `${order.indexOf(runTone(row.status))} ${words.status(row.status)}`,
    created: row.createdAt,
    started: row.startedAt,
    ended: row.endedAt,
    // A running one counts by its start: what upstream says of its duration is old (bk-job A.7).
    duration: row.durationMs ?? (row.startedAt === null ? null : upstreamNow() - row.startedAt),
  }
  return values[columnId as ColumnId]
}
