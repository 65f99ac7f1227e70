import type { Format, Messages } from '#i18n'
import type { LineRow, LineTime } from '#log'
import type { TimeColumn } from '../tools/log-preferences.ts'

interface TimeWordsOptions {
  readonly format: Format
  /** Zone of stamps that name none. */
  readonly naiveTimeZone: string
}

/** The words of the time column for a row; null when there is none. */
export function createTimeWords(
  column: TimeColumn,
  { format, naiveTimeZone }: TimeWordsOptions,
): ((row: LineRow) => string) | null {
  switch (column) {
    case 'off':
      return null
    case 'clock':
      return ({ time }) => (time === null ? '' : clockWords(time, { format, naiveTimeZone }))
    case 'since-start':
      return ({ time, startTime }) => {
        const sinceMs = msBetween(startTime, time, naiveTimeZone)
        return sinceMs === null ? '' : stopwatch(sinceMs)
      }
    case 'gap':
      return ({ time, timeBefore }) => {
        const gapMs = msBetween(timeBefore, time, naiveTimeZone)
        return gapMs === null ? '' : gapWords(gapMs, format)
      }
  }
}

/** Two clocks of one kind need no zone; a reading and an instant meet in the zone the reading is taken in. */
function msBetween(from: LineTime | null, to: LineTime | null, naiveTimeZone: string): number | null {
  if (from === null || to === null) return null
  return from.kind === to.kind
    ? to.atMs - from.atMs
    : instantOf(to, naiveTimeZone) - instantOf(from, naiveTimeZone)
}

interface TimeTitleOptions extends TimeWordsOptions {
  /** Zone that times are shown in. */
  readonly timeZone: string
  readonly words: Messages['readerRows']
}

/** The day with its year, and which zone the clock of a row is shown in and was read in; undefined when the column shows no clock. */
export function createTimeTitle(
  column: TimeColumn,
  options: TimeTitleOptions,
): (row: LineRow) => string | undefined {
  if (column !== 'clock') return () => undefined
  return ({ time }) => (time === null ? undefined : clockTitle(time, options))
}

/** "11-22" and a blank, where a clock names no day: clocks stand below each other. */
const noDay = ' '.repeat(6)
const yearUnits = 5

/**
 * "11-22 10:00:00.007": a log may go on over days, and any line may be the first that is seen of it. Uptime is no time of day; a
 * clock without a day is in no zone, and shown as it stands.
 */
function clockWords(time: LineTime, { format, naiveTimeZone }: TimeWordsOptions): string {
  if (time.kind === 'uptime') return ''
  if (time.kind === 'clock') return `${noDay}${format.time(time.atMs, 'UTC')}.${milliseconds(time.atMs)}`
  const at = instantOf(time, naiveTimeZone)
  return `${format.zonelessDateTime(at).slice(yearUnits)}.${milliseconds(at)}`
}

function clockTitle(time: LineTime, options: TimeTitleOptions): string | undefined {
  const { format, naiveTimeZone, timeZone, words } = options
  if (time.kind === 'uptime') return undefined
  if (time.kind === 'clock') return words.clockShown
  const shown = format.zonelessDateTime(instantOf(time, naiveTimeZone))
  if (time.kind === 'instant') return words.timeShown(shown, timeZone)
  const reading = format.zonelessDateTime(time.atMs, 'UTC')
  return words.readingShown(reading, naiveTimeZone, shown, timeZone)
}

/** "1:02:03.456" */
function stopwatch(durationMs: number): string {
  const sign = durationMs < 0 ? '-' : '+'
  const seconds = Math.floor(Math.abs(durationMs) / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${sign}${clock}.${milliseconds(Math.abs(durationMs))}`
}

function gapWords(gapMs: number, format: Format): string {
  const sign = gapMs < 0 ? '-' : '+'
  const size = Math.abs(gapMs)
  if (size < 1000) return `${sign}${size} ms`
  return sign + (size < 60_000 ? `${(size / 1000).toFixed(1)} s` : format.duration(size))
}

function milliseconds(atMs: number): string {
  return String(((atMs % 1000) + 1000) % 1000).padStart(3, '0')
}

/** The instant of a stamp with a day: a reading without a zone is taken as one of `naiveTimeZone`'s clocks. */
export function instantOf(time: LineTime, naiveTimeZone: string): number {
  if (time.kind === 'instant') return time.atMs
  // The offset is asked for at a guess at most a day away; a second look is right on the days of a change.
  const guess = time.atMs - offsetMs(naiveTimeZone, time.atMs)
  return time.atMs - offsetMs(naiveTimeZone, guess)
}

const hourMs = 3_600_000
const offsets = new Map<string, number>()
const formatters = new Map<string, Intl.DateTimeFormat>()

/** How far the clocks of a zone are ahead of UTC at an instant; kept by the hour. */
function offsetMs(timeZone: string, atMs: number): number {
  const hour = Math.floor(atMs / hourMs) * hourMs
  const key = `${timeZone} ${hour}`
  const kept = offsets.get(key)
  if (kept !== undefined) return kept
  if (offsets.size > 1000) offsets.clear()
  const read = readOffset(timeZone, hour)
  offsets.set(key, read)
  return read
}

function readOffset(timeZone: string, atMs: number): number {
  if (Math.abs(atMs) > 8.64e15) return 0
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - atMs
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone)
  if (kept !== undefined) return kept
  const made = buildFormatter(timeZone)
  formatters.set(timeZone, made)
  return made
}

function buildFormatter(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone })
  } catch {
    // A zone that this browser does not know.
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' })
  }
}
