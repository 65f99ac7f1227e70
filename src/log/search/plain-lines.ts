import { type ByteKernels, byteKernels, kernelBytes } from './byte-kernels.ts'

/** What stands for every character that is not ASCII, where an expression takes all of these alike. */
export const standIn = 26

/** Lines of a log as ASCII text that an engine goes through fast; a character is a character, whatever it takes. */
export interface PlainLines {
  /** Lines joined by newlines: colours gone, others than ASCII replaced. */
  readonly bytes: Uint8Array
  /** Where in them each line ends. */
  readonly ends: readonly number[]
  /** Lines left empty: they have to be played, are no UTF-8, or hold an exception. */
  readonly odd: readonly number[]
}

const firstVisible = 32
const newline = 10
const backspace = 8
const carriageReturn = 13
const escapeByte = 27

/** What has been written, and read but not yet written. */
interface Writing {
  readonly bytes: Uint8Array
  readonly out: Uint8Array
  readonly ends: number[]
  readonly odd: number[]
  /** Bytes from there on are to be copied, to there. */
  from: number
  to: number
  /** Where the line begins in `out`. */
  lineStart: number
}

/** `exceptions` has a bit for each character that is not like the others. */
export function readPlainLines(
  bytes: Uint8Array,
  exceptions: Uint8Array,
  kernels: ByteKernels = byteKernels(),
): PlainLines {
  const writing: Writing = {
    bytes,
    out: new Uint8Array(bytes.length),
    ends: [],
    odd: [],
    from: 0,
    to: 0,
    lineStart: 0,
  }
  const { text, found } = kernels
  for (let start = 0; start < bytes.length; start += kernelBytes) {
    const part = bytes.subarray(start, start + kernelBytes)
    text.set(part)
    const count = kernels.findSpecial(part.length)
    for (let index = 0; index < count; index += 1) {
      const at = start + (found[index] ?? 0)
      if (at >= writing.from) takeSpecial(writing, at, exceptions)
    }
  }
  copyTo(writing, bytes.length)
  writing.ends.push(writing.to)
  return { bytes: writing.out.subarray(0, writing.to), ends: writing.ends, odd: writing.odd }
}

function takeSpecial(writing: Writing, at: number, exceptions: Uint8Array): void {
  const { bytes, out } = writing
  const byte = bytes[at] ?? 0
  if (byte === newline) {
    const end = writing.to + at - writing.from
    writing.ends.push(end)
    writing.lineStart = end + 1
    return
  }
  if (byte < firstVisible && isShown(byte)) return
  copyTo(writing, at)
  const next = passSpecial(bytes, at, exceptions)
  writing.from = next
  if (next === at) {
    writing.odd.push(writing.ends.length)
    writing.to = writing.lineStart
    const end = bytes.indexOf(newline, at)
    writing.from = end === -1 ? bytes.length : end
  } else if (byte >= 0x80) {
    out[writing.to] = standIn
    writing.to += 1
  }
}

function copyTo(writing: Writing, end: number): void {
  const { bytes, out, from, to } = writing
  if (end > from) out.set(bytes.subarray(from, end), to)
  writing.to += Math.max(0, end - from)
  writing.from = Math.max(from, end)
}

function isShown(byte: number): boolean {
  return byte !== escapeByte && byte !== carriageReturn && byte !== backspace
}

/** The end of what begins at `at` and is no plain ASCII; `at` when the line is odd because of it. */
function passSpecial(bytes: Uint8Array, at: number, exceptions: Uint8Array): number {
  const byte = bytes[at] ?? 0
  if (byte === escapeByte) return colourEnd(bytes, at)
  if (byte === carriageReturn) return bytes[at + 1] === newline ? at + 1 : at
  return byte === backspace ? at : characterEnd(bytes, at, exceptions)
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
