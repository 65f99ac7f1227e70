import type { KnownText, ScriptLogFrame } from '#contract'
import { startsWithKnown } from './known-texts.ts'
import type { LogFrame } from './upstream/upstream.ts'

/**
 * One frame as bytes: header line with its newline, then the text (contract/step-log.ts). A text that came as bytes is not
 * copied. With `known`, what the browser already has of this text, it is only what follows, if the text still begins
 * like that.
 */
export function frameBytes({ header, text }: LogFrame, known?: KnownText): readonly [Buffer, Buffer] {
  const whole = typeof text === 'string' ? Buffer.from(text) : text
  if (known !== undefined && whole.length > 0 && startsWithKnown(whole, known)) {
    // Bytes, not characters: what the browser has may end in the middle of one.
    const rest = whole.subarray(known.bytes)
    return [headerLine({ ...header, bytes: rest.length, fromBytes: known.bytes }), rest]
  }
  return [headerLine({ ...header, bytes: whole.length }), whole]
}

function headerLine(header: LogFrame['header'] & Pick<ScriptLogFrame, 'bytes' | 'fromBytes'>): Buffer {
  return Buffer.from(`${JSON.stringify(header)}\n`)
}
