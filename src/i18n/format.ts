import type { Messages } from './en/index.ts'
import type { Language } from './language.ts'

/** Numbers, sizes, times and durations as one language writes them. Nothing here throws on odd input. */
export interface Format {
  readonly number: (value: number) => string
  /** 0–1 → "42 %". */
  readonly percent: (share: number) => string
  /** 1024-based: 1258291 → "1.2 MB". `null` → "—". */
  readonly bytes: (bytes: number | null | undefined) => string
  /** "<1 s", "20 s", "3 min 20 s", "2 h 5 min", "1 d 3 h": the two largest units. `null` → "—". */
  readonly duration: (durationMs: number | null | undefined) => string
  /** "2025-08-30 22:50:52 GMT+8", in the chosen zone or the one given. `null` → "—". */
  readonly dateTime: (at: number | null | undefined, timeZone?: string) => string
  /** The same without its zone, where a heading says that once: "2025-08-30 22:50:52". */
  readonly zonelessDateTime: (at: number | null | undefined, timeZone?: string) => string
  /** "GMT+8": the zone that `dateTime` of that moment ends with. `null` → "—". */
  readonly zone: (at: number | null | undefined, timeZone?: string) => string
  /** "22:50:52", same zone rule. */
  readonly time: (at: number | null | undefined, timeZone?: string) => string
  /** "5 minutes ago", "in 2 days", measured from `now` (default: the clock). */
  readonly relative: (at: number | null | undefined, now?: number) => string
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string
}

export function createFormat(language: Language, timeZone: string, messages: Messages): Format {
  const absent = messages.common.notGiven
  const numbers = new Intl.NumberFormat(language)
  const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const relatives = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const lists = new Intl.ListFormat(language)
  const parts = (at: number, zone: string) => dateParts(zone).formatToParts(at)
  return {
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    bytes: (bytes) => (isTime(bytes) ? formatBytes(bytes, tenths) : absent),
    duration: (durationMs) => (isTime(durationMs) ? formatDuration(durationMs, messages) : absent),
    dateTime: (at, zone = timeZone) => (isTime(at) ? joinDateTime(parts(at, zone)) : absent),
    zonelessDateTime: (at, zone = timeZone) => (isTime(at) ? joinZoneless(parts(at, zone)) : absent),
    zone: (at, zone = timeZone) => (isTime(at) ? zoneOf(parts(at, zone)) : absent),
    time: (at, zone = timeZone) => (isTime(at) ? joinTime(parts(at, zone)) : absent),
    relative: (at, now = Date.now()) => (isTime(at) ? formatRelative(at - now, relatives) : absent),
    list: (items) => lists.format(items),
  }
}

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']

function formatBytes(bytes: number, tenths: Intl.NumberFormat): string {
  let value = bytes
  let unitIndex = 0
  // 1023.95 would print as "1,024 KB": go up one unit before rounding does it.
  while (Math.abs(value) >= 1023.95 && unitIndex < byteUnits.length - 1) {
    value /= 1024
    unitIndex += 1
  }
  return `${tenths.format(value)} ${byteUnits[unitIndex]}`
}

function formatDuration(durationMs: number, { common: { units } }: Messages): string {
  const totalSeconds = Math.floor(Math.max(0, durationMs) / 1000)
  if (totalSeconds === 0) return units.underOneSecond
  const pieces = [
    { amount: Math.floor(totalSeconds / 86_400), unit: units.days },
    { amount: Math.floor(totalSeconds / 3600) % 24, unit: units.hours },
    { amount: Math.floor(totalSeconds / 60) % 60, unit: units.minutes },
    { amount: totalSeconds % 60, unit: units.seconds },
  ]
  const first = pieces.findIndex(({ amount }) => amount > 0)
  return pieces
    .slice(first, first + 2)
    .filter(({ amount }) => amount > 0)
    .map(({ amount, unit }) => unit(String(amount)))
    .join(' ')
}

const relativeUnits: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
]

function formatRelative(distanceMs: number, relatives: Intl.RelativeTimeFormat): string {
  const [unit, sizeMs] = relativeUnits.find(([, size]) => Math.abs(distanceMs) >= size) ?? ['second', 1000]
  return relatives.format(Math.round(distanceMs / sizeMs), unit)
}

const zones = new Map<string, Intl.DateTimeFormat>()

/** One formatter per zone, kept: building one costs as much as formatting a thousand times. */
function dateParts(timeZone: string): Intl.DateTimeFormat {
  const kept = zones.get(timeZone)
  if (kept !== undefined) return kept
  const made = buildDateParts(timeZone)
  zones.set(timeZone, made)
  return made
}

function buildDateParts(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone })
  } catch {
    // A zone name from a link or an old preference that this browser does not know.
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
  }
}

type Parts = readonly Intl.DateTimeFormatPart[]

const part = (parts: Parts, type: string): string => parts.find((one) => one.type === type)?.value ?? ''

/** Year first in both languages: the one order nobody misreads, and the order of the logs themselves. */
function joinDateTime(parts: Parts): string {
  return `${joinZoneless(parts)} ${zoneOf(parts)}`
}

function joinZoneless(parts: Parts): string {
  return `${part(parts, 'year')}-${part(parts, 'month')}-${part(parts, 'day')} ${joinTime(parts)}`
}

/** Browsers disagree on how to write no offset. */
function zoneOf(parts: Parts): string {
  return part(parts, 'timeZoneName').replace(/^GMT(?:\+0)?$/, 'UTC')
}

function joinTime(parts: Parts): string {
  return `${part(parts, 'hour')}:${part(parts, 'minute')}:${part(parts, 'second')}`
}

/** Also keeps out of Intl what it throws on: NaN, infinities, and dates beyond what a Date can hold. */
function isTime(value: number | null | undefined): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15
}
