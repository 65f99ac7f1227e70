import type { LogSessionState } from '#api'
import { readHostListInPieces } from '../host-list.ts'
import { hostOfKey } from '../host-of-key.ts'
import { findRow, type HostRow, rowOfObject } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** A row for each host that a text names. */
export function* rowsOfText(text: string): SlicedWork<readonly HostRow[]> {
  const { keys } = yield* readHostListInPieces(text)
  const rows: HostRow[] = []
  yield* eachInSlices(keys, (key) => rows.push(rowOfObject(key, hostOfKey(key))))
  return rows
}

/** What the answers tell about the hosts asked for: better names, and whether there is a log. */
export function* rowsOfLogs(
  asked: readonly HostRow[],
  state: LogSessionState,
): SlicedWork<readonly HostRow[]> {
  const failed = new Set(state.failures.flatMap(({ keys }) => keys))
  const rows: HostRow[] = []
  yield* eachInSlices(asked, (row) => rows.push(rowOfLog(row)))
  return rows

  function rowOfLog({ key, executeObject }: HostRow): HostRow {
    const entry = state.logs.get(key)
    if (entry !== undefined) return rowOfObject(key, entry.frame.executeObject, 'here')
    if (failed.has(key)) return rowOfObject(key, executeObject, 'failed')
    if (state.missing.has(key)) return rowOfObject(key, executeObject, 'missing')
    // A question that failed as a whole, or broke off, leaves hosts nobody is loading any more.
    const given = state.phase === 'settled' && state.problem !== null
    return rowOfObject(key, executeObject, given ? 'failed' : null)
  }
}

/** The same rows with the one that `key` means at the front. */
export function putFirst(rows: readonly HostRow[], key: string | null): readonly HostRow[] {
  const first = key === null ? undefined : findRow(rows, key)
  return first === undefined ? rows : [first, ...rows.filter((row) => row !== first)]
}
