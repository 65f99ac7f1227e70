/** node-man writes naive server time, UTC+8 by default (`TIME_ZONE = "Etc/GMT-8"`, bk-nodeman A5). */

const ZONE_OFFSET_MS = 8 * 3_600_000

/** `2025-08-30 22:50:52`: log API, log text, subscription API. */
export function naiveTime(at: number): string {
  return new Date(at + ZONE_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** `2025-08-30 22:50:52+0800`: job list and job details. */
export function zonedTime(at: number): string {
  return `${naiveTime(at)}+0800`
}

/** Reads either form back (filters of the job list); NaN when it is neither. */
export function parseTime(text: string): number {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text)
  return match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}+08:00`)
}
