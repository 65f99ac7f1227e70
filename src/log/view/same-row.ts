import type { ViewRow } from './view-row.ts'

/** Whether two rows are painted the same. Rows are plain data of a few dozen values. */
export function isSameRow(a: ViewRow | undefined, b: ViewRow): boolean {
  return a !== undefined && isSame(a, b)
}

/**
 * Makes nothing on the way: hundreds of rows are compared with each piece of a growing log, and lists of their
 * entries were half of what the page threw away.
 */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [a as Fields, b as Fields]
  for (const key in left) if (!isSame(left[key], right[key])) return false
  for (const key in right) if (!(key in left)) return false
  return true
}

type Fields = Readonly<Record<string, unknown>>
