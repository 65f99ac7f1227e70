/*
 * Escape sequences in bytes, for those who look at a log without decoding it. `readEscapeSequence` is the same for
 * text. `ESC [` begins a control sequence wherever it stands, since no other sequence can hold an escape.
 */

const escapeByte = 0x1b
const bell = 7

/** True when `ESC [` is at `at`. */
export function isControlStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === escapeByte && bytes[at + 1] === 0x5b
}

/** The end of the control sequence whose `ESC [` is at `at`; 0 when it is none, -1 when the bytes end before it. */
export function controlEnd(bytes: Uint8Array, at: number): number {
  let position = at + 2
  while (isIn(bytes[position], 0x30, 0x3f)) position += 1
  while (isIn(bytes[position], 0x20, 0x2f)) position += 1
  if (position >= bytes.length) return -1
  return isIn(bytes[position], 0x40, 0x7e) ? position + 1 : 0
}

/**
 * Where the escape sequence at `at` ends, or where the text goes on when it is none; null when it may go on beyond
 * `limit`.
 */
export function sequenceEnd(bytes: Uint8Array, at: number, limit: number): number | null {
  const known = bytes.subarray(0, limit)
  const kind = known[at + 1]
  if (kind === undefined) return null
  if (kind === 0x5b) {
    const end = controlEnd(known, at)
    return end === -1 ? null : Math.max(end, at + 1)
  }
  // ] P X ^ _
  if (kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f) {
    return stringEnd(known, at + 2)
  }
  let position = at + 1
  while (isIn(known[position], 0x20, 0x2f)) position += 1
  if (position >= known.length) return null
  return isIn(known[position], 0x30, 0x7e) ? position + 1 : position
}

/** The end of a text that BEL or `ESC \` ends; another escape means that it is none. */
function stringEnd(bytes: Uint8Array, from: number): number | null {
  let position = from
  while (position < bytes.length && bytes[position] !== bell && bytes[position] !== escapeByte) position += 1
  if (bytes[position] === bell) return position + 1
  if (position + 1 >= bytes.length) return null
  return bytes[position + 1] === 0x5c ? position + 2 : position
}

function isIn(byte: number | undefined, first: number, last: number): boolean {
  return byte !== undefined && byte >= first && byte <= last
}
