import type { LogDocument } from '../log-document.ts'
import type { LinePlace } from '../view/view-row.ts'
import type { LineRange, TextRange } from './copy-options.ts'
import type { LineClip } from './long-line.ts'

/** What is copied, in order: whole lines, and lines of which only a part is. */
export type CopyPart = LineRange | LineClip

/** Lines as far as the document has them. */
export function partsOfLines(document: LogDocument, ranges: readonly LineRange[]): readonly LineRange[] {
  const last = document.lineCount - 1
  return ranges
    .map(({ firstLineIndex, lastLineIndex }) => ({
      firstLineIndex: Math.max(0, firstLineIndex),
      lastLineIndex: Math.min(last, lastLineIndex),
    }))
    .filter((range) => range.firstLineIndex <= range.lastLineIndex)
}

/** A line that nothing is taken of is not among them. */
export function partsOfRange(document: LogDocument, { from, to }: TextRange): readonly CopyPart[] {
  const { lineCount } = document
  if (from.lineIndex >= lineCount || isBefore(to, from)) return []
  if (from.lineIndex === to.lineIndex) return [{ lineIndex: from.lineIndex, from, to }]
  const isFromStart = isLineStart(from)
  const middle = {
    firstLineIndex: isFromStart ? from.lineIndex : from.lineIndex + 1,
    lastLineIndex: Math.min(to.lineIndex, lineCount) - 1,
  }
  const parts: CopyPart[] = []
  if (!isFromStart) parts.push({ lineIndex: from.lineIndex, from, to: null })
  if (middle.firstLineIndex <= middle.lastLineIndex) parts.push(middle)
  if (to.lineIndex < lineCount && !isLineStart(to)) parts.push({ lineIndex: to.lineIndex, from: null, to })
  return parts
}

export function firstLineOf(part: CopyPart): number {
  return 'lineIndex' in part ? part.lineIndex : part.firstLineIndex
}

export function lastLineOf(part: CopyPart): number {
  return 'lineIndex' in part ? part.lineIndex : part.lastLineIndex
}

function isLineStart({ pieceIndex, offset }: LinePlace): boolean {
  return pieceIndex === 0 && offset === 0
}

function isBefore(a: LinePlace, b: LinePlace): boolean {
  return (a.lineIndex - b.lineIndex || a.pieceIndex - b.pieceIndex || a.offset - b.offset) < 0
}
