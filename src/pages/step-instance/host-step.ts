import { isResultFailed } from '#contract'
import type { HostRow } from './host-rows.ts'

/**
 * The next row among those shown, from the one at row index `from` (-1 for none of them): the nearest in that
 * direction that passes, going round at the end. `null` when there is no other.
 */
export function nextHost(
  rows: readonly HostRow[],
  shown: Uint32Array,
  from: number,
  direction: 1 | -1,
  passes: (row: HostRow) => boolean = () => true,
): HostRow | null {
  const count = shown.length
  const start = shown.indexOf(from)
  const first = start < 0 ? (direction > 0 ? -1 : count) : start
  for (let step = 1; step <= count; step += 1) {
    const place = (((first + direction * step) % count) + count) % count
    const row = rows[shown[place] ?? -1]
    if (row !== undefined && place !== start && passes(row)) return row
  }
  return null
}

/** A host that failed. */
export function isFailedHost({ status, logState }: HostRow): boolean {
  return status === null ? logState === 'failed' : isResultFailed(status)
}
