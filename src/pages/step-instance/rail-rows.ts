import type { HostRow } from './host-rows.ts'
import type { Rail } from './use-rail.ts'

/** Hosts shown, those of shut groups included, in list order. */
export function shownRows({ rows, shown }: Pick<Rail, 'rows' | 'shown'>): readonly HostRow[] {
  return rowsAt(rows, shown)
}

/** All hosts in list order. */
export function allRows({ rows, order }: Pick<Rail, 'rows' | 'order'>): readonly HostRow[] {
  return rowsAt(rows, order)
}

/** Chosen hosts in list order, also those a filter hides. */
export function chosenRows(
  rail: Pick<Rail, 'rows' | 'order'>,
  keys: ReadonlySet<string>,
): readonly HostRow[] {
  return allRows(rail).filter(({ key }) => keys.has(key))
}

/** Hosts of a group that are shown, in list order. */
export function rowsOfGroup(
  { rows, shown, groups }: Pick<Rail, 'rows' | 'shown' | 'groups'>,
  id: string,
): readonly HostRow[] {
  let start = 0
  for (const { group, count } of groups) {
    if (group.id === id) return rowsAt(rows, shown.subarray(start, start + count))
    start += count
  }
  return []
}

function rowsAt(rows: readonly HostRow[], indexes: Uint32Array): readonly HostRow[] {
  const found: HostRow[] = []
  for (const index of indexes) {
    const row = rows[index]
    if (row !== undefined) found.push(row)
  }
  return found
}
