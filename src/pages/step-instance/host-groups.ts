import type { HostRow } from './host-rows.ts'

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

/** Groups of all rows; `rows` in order of attention. */
export function groupHosts(rows: readonly HostRow[]): HostGroups {
  const found = new Map<string, { readonly group: HostGroup; readonly rank: number }>()
  const ranks = new Map<string, number>()
  const ids = rows.map((row) => {
    const id = groupId(row)
    if (!found.has(id) && found.size < mostGroups) found.set(id, foundGroup(row, id, ranks))
    return id
  })
  const ordered = [...found.values()].sort(
    (a, b) => a.rank - b.rank || compareTags(a.group.tag ?? '', b.group.tag ?? ''),
  )
  const places = new Map(ordered.map(({ group }, index) => [group.id, index]))
  const last = ordered.length - 1
  return {
    groups: ordered.map(({ group }) => group),
    groupOf: Uint16Array.from(ids, (id) => places.get(id) ?? last),
  }
}

function groupId({ status, logState, tag }: HostRow): string {
  return `${status ?? logState ?? ''}:${tag ?? ''}`
}

/** Statuses keep the order in which attention met them first. */
function foundGroup({ status, logState, tag }: HostRow, id: string, ranks: Map<string, number>) {
  const kind = `${status ?? logState}`
  const rank = ranks.get(kind) ?? ranks.size
  ranks.set(kind, rank)
  return { group: { id, status, logState, tag }, rank }
}

function compareTags(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
