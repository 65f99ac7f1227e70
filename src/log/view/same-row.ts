import type { ViewRow } from './view-row.ts'

/** Whether two rows are painted the same. Rows are plain data of a few dozen values. */
export function isSameRow(a: ViewRow | undefined, b: ViewRow): boolean {
  return a !== undefined && isSame(a, b)
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), b as Readonly<Record<string, unknown>>]
  return left.length === Object.keys(right).length && left.every(([key, value]) => isSame(value, right[key]))
}
