import type { LogDocument } from '../log-document.ts'
import type { LineRange } from './copy-options.ts'

const blockBytes = 64 * 1024

/** Lines to work on in one go, in bytes of the whole with their breaks: 64 KiB, or one longer line. */
export interface LineBlock extends LineRange {
  readonly byteStart: number
  readonly byteEnd: number
}

/** The lines of a range, as far as the document has them, in blocks. */
export function* lineBlocks(document: LogDocument, range: LineRange): Generator<LineBlock> {
  let first = Math.max(0, range.firstLineIndex)
  while (first <= range.lastLineIndex && first < document.lineCount) {
    const byteStart = startOf(document, first)
    const reached = document.lineAt(Math.min(byteStart + blockBytes, document.byteLength - 1))
    // The last one reached may go on for megabytes.
    const last = Math.min(range.lastLineIndex, Math.max(first, reached - 1))
    yield { firstLineIndex: first, lastLineIndex: last, byteStart, byteEnd: startOf(document, last + 1) }
    first = last + 1
  }
}

export function isLongLine({ byteStart, byteEnd }: LineBlock): boolean {
  return byteEnd - byteStart > blockBytes
}

/** Where a line begins; of the line after the last one, the end of the text. */
export function startOf(document: LogDocument, lineIndex: number): number {
  return lineIndex < document.lineCount ? document.bounds(lineIndex)[0] : document.byteLength
}
