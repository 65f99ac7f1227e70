/** What stands for every character that is not ASCII, where an expression takes all of these alike. */
export const standIn = 26

/** Lines of a log as ASCII text that an engine goes through fast; a character is a character, whatever it takes. */
export interface PlainLines {
  /** Lines joined by newlines: colours gone, others than ASCII replaced. */
  readonly bytes: Uint8Array
  /** Where in them each line ends. */
  readonly ends: Uint32Array
  /** Lines left empty: they have to be played, are no UTF-8, or hold an exception. */
  readonly odd: readonly number[]
}

const newline = 10
const backspace = 8
const carriageReturn = 13
const escapeByte = 27

/** `exceptions` has a bit for each character that is not like the others. */
export function readPlainLines(bytes: Uint8Array, exceptions: Uint8Array): PlainLines {
  const out = new Uint8Array(bytes.length)
  const ends = new Uint32Array(countLines(bytes))
  const odd: number[] = []
  let to = 0
  let line = 0
  let lineStart = 0
  let at = 0

  const endLine = (): void => {
    ends[line] = to
    line += 1
    out[to] = newline
    to += 1
    lineStart = to
    at += 1
  }

  const takeSpecial = (byte: number): void => {
    const next = passSpecial(bytes, at, exceptions)
    if (next === at) {
      odd.push(line)
      to = lineStart
      const end = bytes.indexOf(newline, at)
      at = end === -1 ? bytes.length : end
      return
    }
    if (isShown(byte)) {
      out[to] = byte < 0x80 ? byte : standIn
      to += 1
    }
    at = next
  }

  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte > escapeByte && byte < 0x80) {
      out[to] = byte
      to += 1
      at += 1
    } else if (byte === newline) endLine()
    else takeSpecial(byte)
  }
  ends[line] = to
  return { bytes: out.subarray(0, to), ends, odd }
}

function countLines(bytes: Uint8Array): number {
  let count = 1
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1
  return count
}

function isShown(byte: number): boolean {
  return byte !== escapeByte && byte !== carriageReturn
}

/** The end of what begins at `at` and is no plain ASCII; `at` when the line is odd because of it. */
function passSpecial(bytes: Uint8Array, at: number, exceptions: Uint8Array): number {
  const byte = bytes[at] ?? 0
  if (byte === escapeByte) return colourEnd(bytes, at)
  if (byte === carriageReturn) return bytes[at + 1] === newline ? at + 1 : at
  if (byte === backspace) return at
  return byte < 0x80 ? at + 1 : characterEnd(bytes, at, exceptions)
}

function colourEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x5b) return at
  let end = at + 2
  while (((bytes[end] ?? 0) & 0xf0) === 0x30) end += 1
  while (((bytes[end] ?? 0) & 0xf0) === 0x20) end += 1
  return bytes[end] === 0x6d ? end + 1 : at
}

/** Strict about UTF-8: how many characters broken bytes show as is for the decoder to say. */
function characterEnd(bytes: Uint8Array, at: number, exceptions: Uint8Array): number {
  const lead = bytes[at] ?? 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  let code = lead & (0x7f >> length)
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0
    if ((byte & 0xc0) !== 0x80) return at
    code = (code << 6) | (byte & 0x3f)
  }
  const isText = lead >= 0xc2 && lead <= 0xf4 && code >= smallest(length) && code < 0x110000
  const isSurrogate = code >= 0xd800 && code < 0xe000
  if (!isText || isSurrogate || (((exceptions[code >> 3] ?? 0) >> (code & 7)) & 1) === 1) return at
  return at + length
}

function smallest(length: number): number {
  return length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
}
