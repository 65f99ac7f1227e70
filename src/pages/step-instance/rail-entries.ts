import type { HostGroup, HostGroups } from './host-groups.ts'

/** A group as the list shows it: how many of its hosts pass the filters, and whether it is shut. */
export interface ShownGroup {
  readonly group: HostGroup
  readonly count: number
  readonly collapsed: boolean
}

/**
 * What stands in the list, top to bottom, as numbers: a row's index, or `-1 - n` for the head of the n-th of
 * `groups`.
 */
export interface RailEntries {
  readonly entries: Int32Array
  /** Row indexes that pass the filters, in list order, those of shut groups included. */
  readonly shown: Uint32Array
  /** Groups with at least one host shown; none when the list is flat. */
  readonly groups: readonly ShownGroup[]
}

/** Lays out the list. `order` is of all rows, `passes` `null` for no filter, `grouping` `null` for a flat list. */
export function layOutRail(
  order: Uint32Array,
  passes: Uint8Array | null,
  grouping: HostGroups | null,
  collapsed: ReadonlySet<string>,
): RailEntries {
  const shown = passes === null ? order : order.filter((index) => passes[index] === 1)
  if (grouping === null) return { entries: new Int32Array(shown), shown, groups: [] }
  const byGroup = dealOut(shown, grouping)
  return { shown: byGroup.shown, ...joinGroups(byGroup, grouping, collapsed) }
}

interface Dealt {
  /** Rows, group after group. */
  readonly shown: Uint32Array
  /** Where each group ends in `shown`. */
  readonly ends: readonly number[]
}

/** A counting sort: the order within a group stays. */
function dealOut(shown: Uint32Array, { groups, groupOf }: HostGroups): Dealt {
  const counts = new Uint32Array(groups.length)
  for (const index of shown) {
    const group = groupOf[index] ?? 0
    counts[group] = (counts[group] ?? 0) + 1
  }
  const next = new Uint32Array(groups.length)
  const ends: number[] = []
  counts.forEach((count, group) => {
    next[group] = ends[group - 1] ?? 0
    ends.push((ends[group - 1] ?? 0) + count)
  })
  const dealt = new Uint32Array(shown.length)
  for (const index of shown) {
    const group = groupOf[index] ?? 0
    const at = next[group] ?? 0
    dealt[at] = index
    next[group] = at + 1
  }
  return { shown: dealt, ends }
}

function joinGroups(
  { shown, ends }: Dealt,
  { groups }: HostGroups,
  collapsed: ReadonlySet<string>,
): Pick<RailEntries, 'entries' | 'groups'> {
  const kept: ShownGroup[] = []
  const entries = new Int32Array(shown.length + groups.length)
  let length = 0
  groups.forEach((group, at) => {
    const rows = shown.subarray(ends[at - 1] ?? 0, ends[at])
    if (rows.length === 0) return
    const isShut = collapsed.has(group.id)
    entries[length] = -1 - kept.length
    length += 1
    kept.push({ group, count: rows.length, collapsed: isShut })
    if (isShut) return
    entries.set(rows, length)
    length += rows.length
  })
  return { entries: entries.subarray(0, length), groups: kept }
}
