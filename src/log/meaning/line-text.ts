import type { LogDocument } from '../log-document.ts'

/** Of a longer line only its head and its tail are looked at. */
export const headBytes = 8 * 1024
const tailBytes = 1024
/** So many UTF-16 units can be more than `headBytes` of UTF-8. */
export const suspectLength = Math.floor(headBytes / 3)

const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export function decode(document: LogDocument, start: number, end: number): string {
  return lenientUtf8.decode(document.read(start, end))
}

/** What is looked at of a line: all of it, or the head and the tail of one longer than 8 KiB. */
export function lineText(document: LogDocument, lineIndex: number): string {
  const [start, end] = document.bounds(lineIndex)
  if (end - start <= headBytes) return decode(document, start, end)
  return `${decode(document, start, start + headBytes)} … ${decode(document, end - tailBytes, end)}`
}

/** Enough of a line's start to hold its time stamp; more of a JSON object, whose time may stand anywhere. */
export function lineHead(document: LogDocument, lineIndex: number): string {
  const [start, end] = document.bounds(lineIndex)
  const head = decode(document, start, Math.min(end, start + 512))
  return head.startsWith('{') ? decode(document, start, Math.min(end, start + headBytes)) : head
}
