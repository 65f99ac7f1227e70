import { isDecimalId } from '#contract'

/** The platform's names of the filters of its history that ours has too. */
const names = [
  ['taskName', 'name'],
  ['operator', 'operator'],
  ['ip', 'ip'],
  ['taskType', 'type'],
  ['status', 'status'],
  ['startupModes', 'launchMode'],
  ['taskInstanceId', 'id'],
] as const

/** The query of our history for that of the platform's; what ours cannot say (durations, several modes) is left out. */
export function historyQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const [theirs, own] of names) {
    const value = query.get(theirs)?.trim() ?? ''
    if (value !== '' && (own === 'name' || own === 'operator' || own === 'ip' || isDecimalId(value)))
      kept.set(own, value)
  }
  const from = readTime(query, 'startTime')
  const to = readTime(query, 'endTime')
  if (from !== null && to !== null && from < to) {
    kept.set('from', `${from}`)
    kept.set('to', `${to}`)
  }
  return kept.size === 0 ? '' : `?${kept}`
}

/** `2026-11-22 08:00:00`: the reader's own time, unless the link names a zone. That one is not ours to convert. */
function readTime(query: URLSearchParams, name: string): number | null {
  const zone = query.get('timezone') ?? ''
  if (zone !== '' && zone !== new Intl.DateTimeFormat().resolvedOptions().timeZone) return null
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(query.get(name) ?? '')
  const time = match === null ? Number.NaN : new Date(`${match[1]}T${match[2]}`).getTime()
  return Number.isNaN(time) ? null : time
}
