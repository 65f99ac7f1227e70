/*
 * What time stamps look like at the start of a line. All patterns are sticky, none reaches over a line break, and
 * their numbers are in range already, so that a stamp recognised here is nearly always a time.
 */

const month = '(?<month>0[1-9]|1[0-2])'
const day = '(?<day>0[1-9]|[12]\\d|3[01])'
const clock =
  '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?'
const monthName = '(?<monthName>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const year = '(?<year>(?:19|20)\\d\\d)'
const zone = '(?<zone>Z|UTC|GMT|[+-](?:0\\d|1[0-4]):?[0-5]\\d)'
const shortDay = '(?<day>[ 0]?[1-9]|[12]\\d|3[01])'

function pattern(source: string): RegExp {
  return new RegExp(source, 'y')
}

/** `2026-11-22T10:00:00.123+08:00`, `2026/11/22 10:00:00`, `[2026-11-22 10:00:00,123`. */
const iso = pattern(`\\[?${year}[-/.]${month}[-/.]${day}(?:[T_]| {1,2})${clock}(?:(?: ?${zone})(?!\\w))?`)
/** klog and glog: `E1122 10:00:00.123456`; the letter may be missing. */
const klog = pattern(`[IWEFD]?${month}${day} {1,2}${clock}`)
/** Apache's error log and `date`: `[Sun Nov 22 10:00:00.123456 2026]`, `Sun Nov 22 10:00:00 CST 2026`. */
const asctime = pattern(`\\[?${weekday},? ${monthName} ${shortDay} ${clock}(?: [A-Z]{3,4})? ${year}`)
/** Access logs: `[22/Nov/2026:10:00:00 +0800]`, whatever the client is called. */
const access = pattern(
  `(?:[^ \\n\\[]{1,64} [^ \\n]{1,64} [^ \\n]{1,64} )?\\[${shortDay}/${monthName}/${year}[: ]${clock}(?: ${zone})?\\]`,
)
/** RFC 3164: `Nov 22 10:00:00`; java.util.logging: `Nov 22, 2026 10:00:00 AM`. */
const syslog = pattern(`${monthName} {1,2}${shortDay},? (?:${year} )?(?:${clock})(?: (?<half>[AP]M)\\b)?`)
const julTime = pattern(
  `${monthName} ${shortDay}, ${year} (?<hour>\\d{1,2}):(?<minute>[0-5]\\d):(?<second>[0-5]\\d) (?<half>[AP]M)\\b`,
)
/** Seconds or milliseconds since 1970, from 2001 to 2096. */
const epoch = pattern(
  '\\[?(?<epoch>[1-3]\\d{9})(?:(?<millis>\\d{3})|[.,](?<fraction>\\d{1,9}))?(?=[\\] \\t:|,])',
)
/** Hadoop of old: `081109 203615 148 INFO`. */
const compact = pattern(
  `(?<shortYear>\\d\\d)${month}${day} (?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?<second>[0-5]\\d) (?=\\d+ [A-Z])`,
)
/** A clock without a day: `10:00:00,123`, `[10:00:00]`. */
const clockOnly = pattern(`\\[?${clock}(?=[\\] \\t|,:\\r\\n]|$)`)
/** Tomcat, PHP and Oracle: `22-Nov-2026 10:00:00.123`, `[22-NOV-2026 10:00:00 UTC]`. */
const dayFirst = pattern(
  `\\[?${shortDay}-(?<monthName>[A-Z](?:[a-z]{2}|[A-Z]{2}))-${year}[ :]${clock}(?: ${zone})?`,
)
/** Tornado: `[E 201122 10:00:00 web:12]`, `[I 2026-11-22 10:00:00.123 ServerApp]`. */
const letterShort = pattern(`\\[[DIWEC] (?<shortYear>\\d\\d)${month}${day} ${clock} `)
const letterLong = pattern(`\\[[DIWEC] ${year}-${month}-${day} ${clock} `)
/** Without a year: logcat's `11-22 10:00:00.123`, `[11.22 10:00:00]`. */
const monthDay = pattern(`\\[?${month}[-.]${day} ${clock}(?=[\\] ])`)
/** Redis: `1234:M 22 Nov 2026 10:00:00.123`, of old without the year. */
const redis = pattern(`\\d{1,7}:[XCSM] ${shortDay} ${monthName} (?:${year} )?${clock} `)
/** The kernel's seconds since it started: `[   12.345678] `. */
const uptime = pattern('\\[ {0,6}(?<uptime>\\d{1,7}\\.\\d{6})\\] ')
/** What may stand before a stamp: syslog's priority, a key of logfmt, a letter of Ruby's. */
const opening = /<\d{1,3}>(?:1 )?|(?:time|ts|timestamp|t|date)=["']?|[DIWEFA], (?=\[\d)/y
interface Shape {
  readonly named: RegExp
  /** The same without names: nothing is captured while a log is scanned. */
  readonly bare: RegExp
}

function shapes(...stamps: readonly RegExp[]): readonly Shape[] {
  return stamps.map((named) => ({ named, bare: pattern(named.source.replaceAll(/\(\?<\w+>/g, '(?:')) }))
}

const startingWithLetter = shapes(syslog, klog, julTime, asctime, access)
const startingWithDigit = shapes(iso, klog, epoch, clockOnly, compact, access, dayFirst, monthDay, redis)
const startingWithBracket = shapes(
  iso,
  asctime,
  access,
  uptime,
  clockOnly,
  epoch,
  dayFirst,
  letterShort,
  letterLong,
  monthDay,
)
const startingWithOther: readonly Shape[] = []

function shapesFor(code: number): readonly Shape[] {
  if (code === 91) return startingWithBracket
  if (code >= 48 && code <= 57) return startingWithDigit
  return code >= 65 && code <= 90 ? startingWithLetter : startingWithOther
}

function shapeAt(text: string, at: number): Shape | null {
  for (const shape of shapesFor(text.charCodeAt(at))) {
    shape.bare.lastIndex = at
    if (shape.bare.test(text)) return shape
  }
  return null
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Where the stamp of the line at `from` begins if it stands first, behind at most a priority or a key. */
function afterOpening(text: string, from: number): number {
  const code = text.charCodeAt(from)
  const mayOpen = code === 60 || code === 116 || code === 100 || text.charCodeAt(from + 1) === 44
  return mayOpen ? skip(opening, text, from) : from
}

const longestName = 80
const noName = ' \t\n\r[]{}()"\'|'

/**
 * Behind what else may stand before a stamp: a file's or host's name, perhaps ` | ` (exports of the job platform,
 * compose); `from` when there is none.
 */
function afterName(text: string, from: number): number {
  let at = from
  while (at < from + longestName && at < text.length && !noName.includes(text.charAt(at))) at += 1
  if (at === from || text.charCodeAt(at) !== 32) return from
  const code = text.charCodeAt(at + 1)
  if (code >= 48 && code <= 57) return /^\d{4}-/.test(text.slice(at + 1, at + 6)) ? at + 1 : from
  if (code >= 65 && code <= 90) return /^[A-Z][a-z]{2} /.test(text.slice(at + 1, at + 5)) ? at + 1 : from
  const bar = code === 32 || code === 124 ? /^ {1,20}\| /.exec(text.slice(at, at + 23)) : null
  return bar === null ? from : at + bar[0].length
}

/** Where the time stamp that the line at `from` begins with ends; -1 when it begins with none. */
export function stampEnd(text: string, from: number): number {
  const first = shapeAt(text, afterOpening(text, from))
  if (first !== null) return first.bare.lastIndex
  const behindName = afterName(text, from)
  return behindName === from ? -1 : (shapeAt(text, behindName)?.bare.lastIndex ?? -1)
}

/** The parts of that stamp by name; null when there is none. */
export function stampParts(text: string, from: number): Readonly<Record<string, string | undefined>> | null {
  const start = afterOpening(text, from)
  return partsAt(text, start) ?? partsAt(text, afterName(text, from))
}

function partsAt(text: string, at: number): Readonly<Record<string, string | undefined>> | null {
  const shape = shapeAt(text, at)
  if (shape === null) return null
  shape.named.lastIndex = at
  return shape.named.exec(text)?.groups ?? null
}
