import type { HostRow } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** Hosts that ended the same way: same status, same tag; the job platform's own grouping (bk-job A.8). */
export interface HostGroup {
  /** Stays the same while hosts come and go. */
  readonly id: string
  readonly status: number | null
  readonly logState: HostRow['logState']
  readonly tag: string | null
}

/** The groups of some rows, and which one each row is in. */
export interface HostGroups {
  /** In order of attention, those of one status by their tags. */
  readonly groups: readonly HostGroup[]
  /** Row index → index into `groups`. */
  readonly groupOf: Uint16Array
}

/** More kinds of result than this share the last group: tags are free text, and a group each helps nobody. */
const mostGroups = 1_000

interface Found {
  readonly group: HostGroup
  /** Which status it has, counted as attention met them. */
  readonly rank: number
  readonly foundAt: number
}

/** Groups of all rows; `rows` in order of attention. */
export function* groupHosts(rows: readonly HostRow[]): SlicedWork<HostGroups> {
  const found: Found[] = []
  // Two look-ups instead of a text made for every row.
  const kinds = new Map<string | number, Map<string, number>>()
  const foundOf = new Uint16Array(rows.length)
  yield* eachInSlices(rows, (row, index) => {
    const kind = row.status ?? row.logState ?? ''
    const tags = kinds.get(kind) ?? new Map<string, number>()
    if (tags.size === 0) kinds.set(kind, tags)
    const known = tags.get(row.tag ?? '') ?? Math.min(found.length, mostGroups - 1)
    if (known === found.length) found.push({ group: groupOf(row), rank: kinds.size, foundAt: known })
    tags.set(row.tag ?? '', known)
    foundOf[index] = known
  })
  const ordered = found.toSorted(
    (a, b) => a.rank - b.rank || compareTags(a.group.tag ?? '', b.group.tag ?? ''),
  )
  const places = new Uint16Array(found.length)
  ordered.forEach(({ foundAt }, place) => {
    places[foundAt] = place
  })
  return { groups: ordered.map(({ group }) => group), groupOf: foundOf.map((one) => places[one] ?? 0) }
}

function groupOf({ status, logState, tag }: HostRow): HostGroup {
  return { id: `${status ?? logState ?? ''}:${tag ?? ''}`, status, logState, tag }
}

function compareTags(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
