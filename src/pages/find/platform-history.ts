import { atZone } from '../zone-offset.ts'

/** The platform's names of the filters of its history that ours has too, and of the one that it has alone. */
const names = [
  ['taskName', 'name'],
  ['operator', 'operator'],
  ['ip', 'ip'],
  ['taskType', 'type'],
  ['status', 'status'],
  ['startupModes', 'launchMode'],
  ['taskInstanceId', 'id'],
  ['totalTimeType', 'totalTimeType'],
] as const

/**
 * The query of our history for that of the platform's. What ours cannot say (a duration, several modes) goes along as it
 * stands: the history names what it does not filter by.
 */
export function historyQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const [theirs, own] of names) {
    const value = query.get(theirs)?.trim() ?? ''
    if (value !== '') kept.set(own, value)
  }
  const [start, end] = [query.get('startTime') ?? '', query.get('endTime') ?? '']
  const zone = query.get('timezone') ?? ''
  if (start !== '') kept.set('from', `${readTime(start, zone) ?? start}`)
  if (end !== '') kept.set('to', `${readTime(end, zone) ?? end}`)
  return kept.size === 0 ? '' : `?${kept}`
}

/** `2026-11-22 08:00:00` in the zone the link names, the reader's own when it names none. */
function readTime(text: string, zone: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(text)
  const wallClock = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}Z`)
  if (Number.isNaN(wallClock)) return null
  try {
    return atZone(wallClock, zone === '' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zone)
  } catch {
    return null
  }
}
