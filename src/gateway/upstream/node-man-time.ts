import type { StatedTime } from '#contract'

/*
 * Node-man writes times in three shapes: naive in its server's zone (logs), with an offset but no colon in it
 * (lists), and, in the document's own example, with a blank lost and others gained: `2021-09-1615: 06: 45`
 * (spec 3, bk-nodeman A5).
 */
const SHAPE =
  /^\s*(\d{4})-(\d\d)-(\d\d)[T\s]*(\d\d):\s*(\d\d):\s*(\d\d)(?:\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?\s*$/

/** Epoch ms, or null when the text is none of the three shapes or no real moment. Never throws on any text. */
export function parseNodeManTime(text: string, zone: string): number | null {
  const match = SHAPE.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const wallClock = Date.UTC(year, month - 1, day, hour, minute, second)
  // Date.UTC rolls February 30 over into March; a time that changes on the way is no time.
  const written = `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`
  if (Number.isNaN(wallClock) || !new Date(wallClock).toISOString().startsWith(written)) return null
  const offset = match[7]
  return wallClock - (offset === undefined ? zoneOffsetMs(wallClock, zone) : statedOffsetMs(offset))
}

/** The text as upstream wrote it beside what it means; the text is kept even where it means nothing. */
export function statedTime(text: string | null, zone: string): StatedTime {
  return { text, at: text === null ? null : parseNodeManTime(text, zone) }
}

function statedOffsetMs(offset: string): number {
  if (offset === 'Z') return 0
  const digits = offset.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

/** How far the zone's clocks are ahead of UTC when they show `wallClock`. */
function zoneOffsetMs(wallClock: number, zone: string): number {
  // Asked twice: around a clock change the first guess may lie on its other side.
  const guess = offsetAt(wallClock, zone)
  return offsetAt(wallClock - guess, zone)
}

function offsetAt(at: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Number.isNaN(shown) ? 0 : shown - Math.floor(at / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building a format takes longer than using it a thousand times. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}
