import type { LogDocument } from '../log-document.ts'
import { controlEnd, isControlStart } from './escape-bytes.ts'
import { applySgr } from './sgr.ts'
import type { TextStyle } from './text-style.ts'

const escapeByte = 0x1b
const finalM = 0x6d
const windowBytes = 64 * 1024
/** Nearly all sequences are shorter; a longer one is read again. */
const sequenceBytes = 64

/** The style after all colour sequences that begin from byte `from` to before `to`, when it was `style` before. */
export function applySgrIn(document: LogDocument, from: number, to: number, style: TextStyle): TextStyle {
  let next = style
  for (let start = from; start < to; start += windowBytes) {
    const length = Math.min(windowBytes, to - start)
    const bytes = document.read(start, start + length + sequenceBytes)
    for (
      let at = bytes.indexOf(escapeByte);
      at !== -1 && at < length;
      at = bytes.indexOf(escapeByte, at + 1)
    ) {
      if (!isControlStart(bytes, at)) continue
      const sequence = readSequence(document, bytes, start, at)
      if (sequence !== null) next = applySequence(next, sequence)
    }
  }
  return next
}

/** The control sequence at `at` of bytes that begin at `start`; more is read when they end before it. */
function readSequence(
  document: LogDocument,
  bytes: Uint8Array,
  start: number,
  at: number,
): Uint8Array | null {
  let known = bytes.subarray(at)
  let end = controlEnd(known, 0)
  for (
    let length = known.length * 2;
    end === -1 && start + at + known.length < document.byteLength;
    length *= 2
  ) {
    known = document.read(start + at, start + at + Math.max(sequenceBytes, length))
    end = controlEnd(known, 0)
  }
  return end <= 0 ? null : known.subarray(0, end)
}

/** Applies a whole control sequence, `ESC [` and last byte included. */
function applySequence(style: TextStyle, sequence: Uint8Array): TextStyle {
  if (sequence[sequence.length - 1] !== finalM) return style
  const parameters = asciiOf(sequence, 2, sequence.length - 1)
  // A private mark or characters in between make another function of it.
  return /^[<-?]|[ -/]/.test(parameters) ? style : applySgr(style, parameters)
}

function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}
