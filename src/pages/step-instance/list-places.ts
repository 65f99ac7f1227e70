import type { HostRow } from './host-rows.ts'
import type { RailEntries, ShownGroup } from './rail-entries.ts'

/** A host in the list. */
export interface HostEntry {
  readonly kind: 'host'
  readonly key: string
  readonly row: HostRow
}

/** The head of a group. */
export interface GroupEntry {
  readonly kind: 'group'
  readonly key: string
  readonly shown: ShownGroup
}

/** One place of the list. */
export type ListEntry = HostEntry | GroupEntry

/** Which entry stands where, and where each one stands. */
export interface ListPlaces {
  readonly count: number
  /** The same object for the same place. */
  readonly at: (index: number) => ListEntry | null
  readonly keyAt: (index: number) => string | null
  /** -1 for what is not listed. */
  readonly indexOf: (key: string) => number
  /** Keys of the hosts between two entries, both included; none when one is not listed. */
  readonly between: (one: string, other: string) => readonly string[]
}

/** Group heads have keys no host can have. */
const headPrefix = 'group '
const headKey = (groupId: string): string => `${headPrefix}${groupId}`

/** Whether this is the key of a group's head, listed or not. */
export function isHeadKey(key: string): boolean {
  return key.startsWith(headPrefix)
}

/** What is in view keeps its entries; more than a few screens of them are not kept. */
const mostMade = 1_000

/** Looks entries up both ways without making an object for each of 50,000. */
export function listPlaces(
  rows: readonly HostRow[],
  { entries, groups }: Pick<RailEntries, 'entries' | 'groups'>,
  places: ReadonlyMap<string, number>,
): ListPlaces {
  let inverse: Int32Array | null = null
  const positions = () => {
    inverse ??= invert(entries, rows.length)
    return inverse
  }
  const made = new Map<number, ListEntry | null>()
  const at = (index: number): ListEntry | null => {
    const known = made.get(index)
    if (known !== undefined) return known
    const entry = entryOf(entries[index], rows, groups)
    if (made.size >= mostMade) made.clear()
    made.set(index, entry)
    return entry
  }
  const indexOf = (key: string): number => {
    const place = places.get(key)
    if (place !== undefined) return positions()[place] ?? -1
    const group = groups.findIndex((one) => headKey(one.group.id) === key)
    return group < 0 ? -1 : entries.indexOf(-1 - group)
  }
  const between = (one: string, other: string): readonly string[] => {
    const [from, to] = [indexOf(one), indexOf(other)].sort((a, b) => a - b)
    if (from === undefined || to === undefined || from < 0) return []
    return [...entries.subarray(from, to + 1)].flatMap((entry) => rows[entry]?.key ?? [])
  }
  return {
    count: entries.length,
    at,
    keyAt: (index) => entryOf(entries[index], rows, groups)?.key ?? null,
    indexOf,
    between,
  }
}

function entryOf(
  entry: number | undefined,
  rows: readonly HostRow[],
  groups: readonly ShownGroup[],
): ListEntry | null {
  if (entry === undefined) return null
  const shown = entry < 0 ? groups[-1 - entry] : undefined
  if (shown !== undefined) return { kind: 'group', key: headKey(shown.group.id), shown }
  const row = rows[entry]
  return row === undefined ? null : { kind: 'host', key: row.key, row }
}

function invert(entries: Int32Array, rowCount: number): Int32Array {
  const positions = new Int32Array(rowCount).fill(-1)
  entries.forEach((entry, position) => {
    if (entry >= 0) positions[entry] = position
  })
  return positions
}
