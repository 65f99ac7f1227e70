import { breakRows, cellsAt } from './break-rows.ts'
import { classOf, invisible, tab, wide } from './character-classes.ts'
import { decodeText } from './decode-text.ts'
import { controlEnd } from './escape-bytes.ts'
import { playText } from './play-text.ts'

const escapeByte = 0x1b
const finalJ = 0x4a
const finalK = 0x4b
const finalM = 0x6d

/**
 * How many rows the bytes of a line take when a row has so many columns: `breakRows` of the played text, straight
 * from UTF-8, since a million lines are counted before anybody looks at them. What is more than characters side
 * by side and colours (returns, marks, accents, emoji in several parts, bytes that are not UTF-8) is decoded.
 */
export function countRows(bytes: Uint8Array, columns: number): number {
  const width = Math.max(1, Math.floor(columns))
  const { length } = bytes
  let position = 0
  while (position < length && isPrintable(bytes[position] ?? 0)) position += 1
  if (position === length) return Math.max(1, Math.ceil(length / width))
  return countOn(bytes, position, width) ?? breakRows(playText(decodeText(bytes)), width).length
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f
}

/** Goes on after `first` printable bytes; null when the line has to be decoded. */
function countOn(bytes: Uint8Array, first: number, width: number): number | null {
  let rows = Math.max(1, Math.ceil(first / width))
  let column = first - (rows - 1) * width
  for (let position = first; position < bytes.length; ) {
    const byte = bytes[position] ?? 0
    if (byte === escapeByte) {
      position = endOfHarmless(bytes, position)
      if (position === -1) return null
      continue
    }
    const cells = isPrintable(byte) ? 1 : cellsOf(bytes, position)
    if (cells === null) return null
    if (column > 0 && column + cellsAt(cells, column) > width) {
      rows += 1
      column = 0
    }
    column += cellsAt(cells, column)
    position += bytesOf(byte)
  }
  return rows
}

/** Columns of a character that neither joins nor is joined by others, 0 for a tab, null for all others. */
function cellsOf(bytes: Uint8Array, at: number): number | null {
  const lead = bytes[at] ?? 0
  const code = lead < 0x80 ? lead : readCode(bytes, at)
  const kind = code === -1 ? invisible : classOf(code)
  if (kind < wide) return 1
  if (kind === wide) return 2
  return kind === tab ? 0 : null
}

function bytesOf(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

/** The end of a control sequence that moves nothing, such as a colour; -1 when it is anything else. */
function endOfHarmless(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x5b) return -1
  const end = controlEnd(bytes, at)
  if (end <= 0) return -1
  const final = bytes[end - 1]
  if (final === finalM) return end
  if (final === 0x43 || final === 0x44 || final === 0x47) return -1
  return (final !== finalK && final !== finalJ) || end === at + 3 ? end : -1
}

/** The code point whose UTF-8 begins at `at`; -1 when there is none. */
function readCode(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const second = (bytes[at + 1] ?? 0) ^ 0x80
  if (lead < 0xc2 || lead > 0xf4 || second > 0x3f) return -1
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second
  const third = (bytes[at + 2] ?? 0) ^ 0x80
  if (third > 0x3f) return -1
  if (lead < 0xf0) {
    const code = ((lead & 0x0f) << 12) | (second << 6) | third
    return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? -1 : code
  }
  const fourth = (bytes[at + 3] ?? 0) ^ 0x80
  const code = ((lead & 7) << 18) | (second << 12) | (third << 6) | fourth
  return fourth > 0x3f || code < 0x10000 || code > 0x10ffff ? -1 : code
}
