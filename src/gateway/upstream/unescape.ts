const QUOTE = 0x22
const BACKSLASH = 0x5c
const LOWER_U = 0x75

/** `\n`, `\"` and so on: the byte for the letter; 0 for letters that JSON does not know. */
const simpleEscapes = new Uint8Array(256)
for (const [letter, meaning] of Object.entries({
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
})) {
  simpleEscapes[letter.charCodeAt(0)] = meaning.charCodeAt(0)
}

/** Where a text ends in the bytes it was unescaped into, and where its JSON goes on after the closing quote. */
export interface Unescaped {
  readonly end: number
  readonly next: number
  /** Where the next backslash stands, for the next text; Infinity: nowhere. Of no use when it is before `next`. */
  readonly slash: number
}

/**
 * Makes the text of a JSON string of its bytes from `start` (behind the opening quote), in their place: no escape is
 * shorter than what it means. A surrogate without its other half becomes the three bytes that UTF-8 would have for it (WTF-8):
 * U+FFFD would say that something else stood there. Bytes that are no UTF-8 stay as they are, and so do bare control characters,
 * which JSON forbids: a log is no worse for them. Null for an unknown escape, or without closing quote.
 * `knownSlash` is what the text before told: a hundred thousand texts without escapes would each search all the rest. Yields after
 * every `turnBytes`, so that others can be served.
 */
export function* unescapeInPlace(
  bytes: Buffer,
  start: number,
  knownSlash: number,
  turnBytes: number,
): Generator<void, Unescaped | null> {
  let from = start
  let to = start
  let slash = knownSlash
  let quote = bytes.indexOf(QUOTE, start)
  let turnAt = start + turnBytes
  // From escape to escape by what the system has for searching and moving: five times as fast as byte by byte.
  while (quote >= 0) {
    if (from > turnAt) {
      turnAt = from + turnBytes
      yield
    }
    if (slash < from) slash = nextSlash(bytes, from)
    const end = Math.min(slash, quote)
    bytes.copyWithin(to, from, end)
    to += end - from
    from = end
    if (end === quote) return { end: to, next: quote + 1, slash }
    const simple = simpleEscapes[bytes[from + 1] ?? 0] ?? 0
    if (simple !== 0) {
      bytes[to] = simple
      to += 1
      from += 2
    } else {
      const unit = unitAt(bytes, from)
      if (unit < 0) return null
      const low = lowAfter(unit, bytes, from + 6)
      to = writeUtf8(bytes, to, pointOf(unit, low))
      from += low < 0 ? 6 : 12
    }
    if (quote < from) quote = bytes.indexOf(QUOTE, from)
  }
  return null
}

function nextSlash(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(BACKSLASH, from)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

function pointOf(unit: number, low: number): number {
  return low < 0 ? unit : 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
}

/** The second half of the pair that `high` begins, if it begins one and the half stands there; -1 else. */
function lowAfter(high: number, bytes: Uint8Array, at: number): number {
  if (high < 0xd800 || high >= 0xdc00) return -1
  const unit = unitAt(bytes, at)
  return unit >= 0xdc00 && unit < 0xe000 ? unit : -1
}

/** The code unit that `\u1234` means; -1 when that is not what stands there. */
function unitAt(bytes: Uint8Array, at: number): number {
  return bytes[at] === BACKSLASH && bytes[at + 1] === LOWER_U ? hexAt(bytes, at + 2) : -1
}

function hexAt(bytes: Uint8Array, at: number): number {
  let value = 0
  for (let index = at; index < at + 4; index += 1) {
    const digit = hexDigit(bytes[index] ?? 0)
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const lower = byte | 0x20
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

/** Answers where the next byte goes. */
function writeUtf8(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point
    return at + 1
  }
  const tail = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
  bytes[at] = ((0xf0 << (3 - tail)) & 0xff) | (point >> (6 * tail))
  for (let index = 1; index <= tail; index += 1) {
    bytes[at + index] = 0x80 | ((point >> (6 * (tail - index))) & 0x3f)
  }
  return at + tail + 1
}
