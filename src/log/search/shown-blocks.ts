import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import { shownText } from './shown-text.ts'

/** Consecutive settled lines of one piece each, as shown. */
export interface ShownBlock {
  readonly firstLine: number
  readonly texts: readonly string[]
}

/** Reads up to about `maxBytes` of settled lines, from one that is not long up to the next long one. */
export function readLines(document: LogDocument, firstLine: number, maxBytes: number): ShownBlock {
  const start = document.lineStart(firstLine)
  const endLine = Math.max(
    firstLine + 1,
    Math.min(document.lineAt(start + maxBytes), document.settledLineCount),
  )
  const [, end] = document.bounds(endLine - 1)
  const texts: string[] = []
  // The break of the last line is not in it, and neither is the carriage return before that.
  const lines = decodeText(document.read(start, end)).split('\n')
  for (const [index, line] of lines.entries()) {
    // A UTF-16 unit is at most three bytes, so nearly all lines need no look at their bounds.
    if (line.length * 3 > pieceBytes && isLong(document, firstLine + index)) break
    const isBroken = index < lines.length - 1 && line.endsWith('\r')
    texts.push(shownText(isBroken ? line.slice(0, -1) : line))
  }
  return { firstLine, texts }
}

function isLong(document: LogDocument, lineIndex: number): boolean {
  const [start, end] = document.bounds(lineIndex)
  return end - start > pieceBytes
}
