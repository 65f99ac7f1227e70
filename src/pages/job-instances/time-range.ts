import type { JobInstanceQuery } from '#contract'
import { atZone, zoneOffsetMs } from '../zone-offset.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Ranges counted back from now, longest last. */
export const presets = { '1h': hourMs, '24h': dayMs, '7d': 7 * dayMs, '30d': 30 * dayMs } as const
export type Preset = keyof typeof presets

export const presetNames: readonly Preset[] = ['1h', '24h', '7d', '30d']

/** What part of the history is shown: counted back from now, or between two moments (epoch ms). */
export type TimeRange =
  | { readonly kind: 'preset'; readonly preset: Preset }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }

export const defaultRange: TimeRange = { kind: 'preset', preset: '7d' }

/**
 * The moments to ask upstream for. `now` stays fixed while a page is open, so rows keep their places while it
 * refreshes; the Refresh button moves it.
 */
export function rangeBounds(range: TimeRange, now: number): Pick<JobInstanceQuery, 'from' | 'to'> {
  if (range.kind === 'between') return { from: range.from, to: range.to }
  return { from: now - presets[range.preset], to: now }
}

/** The next longer preset this deployment allows; `null` when there is none to widen to. */
export function widerPreset(range: TimeRange, maxSpanDays: number | null): Preset | null {
  const spanMs = range.kind === 'preset' ? presets[range.preset] : range.to - range.from
  const allowedMs = maxSpanDays === null ? Number.POSITIVE_INFINITY : maxSpanDays * dayMs
  return presetNames.find((name) => presets[name] > spanMs && presets[name] <= allowedMs) ?? null
}

/** True when upstream would refuse the range as too long (30 days on v3, bk-job A.6). */
export function isTooLong(range: TimeRange, maxSpanDays: number | null): boolean {
  if (maxSpanDays === null || range.kind === 'preset') return false
  return range.to - range.from > maxSpanDays * dayMs
}

/** `YYYY-MM-DD` of a moment in an IANA zone, as date fields want it. */
export function dayOf(at: number, timeZone: string): string {
  return new Date(at + zoneOffsetMs(at, timeZone)).toISOString().slice(0, 10)
}

/** First millisecond of a `YYYY-MM-DD` day in an IANA zone; `null` when the text is no day. */
export function dayStart(day: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const utc = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(utc)) return null
  return atZone(utc, timeZone)
}

/** The range from the start of one day to the end of another, both included; `null` unless it is a range. */
export function daysBetween(fromDay: string, toDay: string, timeZone: string): TimeRange | null {
  const from = dayStart(fromDay, timeZone)
  const last = dayStart(toDay, timeZone)
  if (from === null || last === null || last < from) return null
  const nextDay = new Date(Date.parse(`${toDay}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
  const to = dayStart(nextDay, timeZone)
  return to === null ? null : { kind: 'between', from, to: to - 1 }
}
