import { withoutEscapes } from './escapes.ts'
import type { LineTime } from './line-meaning.ts'
import { stampParts } from './time-stamps.ts'

type Parts = Readonly<Record<string, string | undefined>>

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A JSON line tells its time somewhere among its fields. */
const jsonTime = /"(?:time|ts|timestamp|@timestamp|date|datetime|\$date|asctime)"\s*:\s*"?([^",}\n]{8,40})/

/**
 * The time a line says it was written at; null when it says none.
 *
 * @param referenceYear the year of stamps that name none (syslog, klog).
 */
export function parseLineTime(text: string, referenceYear = new Date().getUTCFullYear()): LineTime | null {
  const plain = text.includes('\u001b') ? withoutEscapes(text) : text
  const stamped = plain.charCodeAt(0) === 123 ? `${jsonTime.exec(plain)?.[1] ?? ''} ` : plain
  const parts = stampParts(stamped, 0)
  return parts === null ? null : timeOf(parts, referenceYear)
}

function timeOf(parts: Parts, referenceYear: number): LineTime | null {
  if (parts['epoch'] !== undefined) return { atMs: epochMs(parts), kind: 'instant' }
  if (parts['uptime'] !== undefined)
    return { atMs: Math.round(Number(parts['uptime']) * 1000), kind: 'uptime' }
  if (parts['day'] === undefined) return { atMs: clockMs(parts), kind: 'clock' }
  const dayMs = dayOf(parts, referenceYear)
  if (dayMs === null) return null
  const offsetMs = offsetOf(parts['zone'])
  return { atMs: dayMs + clockMs(parts) - (offsetMs ?? 0), kind: offsetMs === null ? 'reading' : 'instant' }
}

function epochMs(parts: Parts): number {
  return (
    Number(parts['epoch']) * 1000 +
    (parts['millis'] === undefined ? fractionMs(parts) : Number(parts['millis']))
  )
}

/** Midnight of the stamp's day; null when the calendar has no such day. */
function dayOf(parts: Parts, referenceYear: number): number | null {
  const monthIndex =
    parts['monthName'] === undefined ? Number(parts['month']) - 1 : monthIndexOf(parts['monthName'])
  const day = Number(parts['day'])
  const year =
    parts['shortYear'] === undefined
      ? Number(parts['year'] ?? referenceYear)
      : 2000 + Number(parts['shortYear'])
  const midnight = Date.UTC(year, monthIndex, day)
  return new Date(midnight).getUTCDate() === day ? midnight : null
}

function monthIndexOf(name: string): number {
  return monthNames.indexOf(name.charAt(0) + name.slice(1).toLowerCase())
}

function clockMs(parts: Parts): number {
  const hour = Number(parts['hour'])
  const isPm = parts['half'] === 'PM'
  const hourOfDay = parts['half'] === undefined ? hour : (hour % 12) + (isPm ? 12 : 0)
  return (
    ((hourOfDay * 60 + Number(parts['minute'])) * 60 + Number(parts['second'])) * 1000 + fractionMs(parts)
  )
}

function fractionMs(parts: Parts): number {
  return Number((parts['fraction'] ?? '').padEnd(3, '0').slice(0, 3))
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null
  if (!/^[+-]/.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
