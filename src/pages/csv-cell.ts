/**
 * One value as a CSV cell. Text that a spreadsheet would run as a formula gets an apostrophe in front: tags and names
 * are written by whoever wrote the script.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n]/.test(value.trimStart()) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Epoch ms as ISO 8601, for files; `null` for none, and for one no calendar has. */
export function isoTime(at: number | null): string | null {
  return at === null || Math.abs(at) > 8.64e15 ? null : new Date(at).toISOString()
}
