import type { KnownText } from '#contract'
import { startsWithKnown } from './known-texts.ts'
import type { LogFrame } from './upstream/upstream.ts'

/**
 * One frame as bytes: header line, newline, text (contract/step-log.ts). With `known`, what the browser already has
 * of this text, the body is only what follows, if the text still begins like that.
 */
export function frameBytes(frame: LogFrame, known?: KnownText): Buffer {
  if (known !== undefined && frame.text.length > 0) {
    const text = Buffer.from(frame.text)
    if (startsWithKnown(text, known)) return restBytes(frame, text, known.bytes)
  }
  return wholeBytes(frame)
}

/** The length is counted before the header is written, so a text is encoded once, into its final place. */
function wholeBytes({ header, text }: LogFrame): Buffer {
  const bytes = Buffer.byteLength(text)
  const line = `${JSON.stringify({ ...header, bytes })}\n`
  const lineBytes = Buffer.byteLength(line)
  const buffer = Buffer.allocUnsafe(lineBytes + bytes)
  buffer.write(line, 0)
  buffer.write(text, lineBytes)
  return buffer
}

/** Bytes, not characters: what the browser has may end in the middle of one. */
function restBytes({ header }: LogFrame, text: Buffer, fromBytes: number): Buffer {
  const rest = text.subarray(fromBytes)
  const line = `${JSON.stringify({ ...header, bytes: rest.length, fromBytes })}\n`
  return Buffer.concat([Buffer.from(line), rest])
}
