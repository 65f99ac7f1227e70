import type { LogFrame } from './upstream/upstream.ts'

/**
 * One frame as bytes: header line, newline, text (contract/step-log.ts). The length is counted before the header
 * is written, so a text is encoded once, into its final place.
 */
export function frameBytes({ header, text }: LogFrame): Buffer {
  const bytes = Buffer.byteLength(text)
  const line = `${JSON.stringify({ ...header, bytes })}\n`
  const lineBytes = Buffer.byteLength(line)
  const buffer = Buffer.allocUnsafe(lineBytes + bytes)
  buffer.write(line, 0)
  buffer.write(text, lineBytes)
  return buffer
}
