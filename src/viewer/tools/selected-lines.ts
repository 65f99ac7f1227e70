import type { TextRange } from '#log'
import type { LineSelection } from '../rows/line-selection.ts'

const lastOffset = Number.MAX_SAFE_INTEGER

/** Chosen lines as the text they are, whole. */
export function rangeOfLines(chosen: LineSelection | null): TextRange | null {
  if (chosen === null) return null
  return {
    from: { lineIndex: chosen.first - 1, pieceIndex: 0, offset: 0 },
    to: { lineIndex: chosen.last - 1, pieceIndex: lastOffset, offset: lastOffset },
  }
}

/**
 * Lines of a log of `lineCount` that a range has a part of, hidden ones included. Not the one before whose first character it
 * ends, and none that an address names beyond the end.
 */
export function spannedLines({ from, to }: TextRange, lineCount: number): number {
  const endsBefore = to.lineIndex > from.lineIndex && to.pieceIndex === 0 && to.offset === 0
  const end = endsBefore ? to.lineIndex : to.lineIndex + 1
  return Math.max(0, Math.min(end, lineCount) - from.lineIndex)
}
