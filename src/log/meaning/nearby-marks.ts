import type { LogDocument } from '../log-document.ts'

/** Lines marked at a time, after the one asked for: more than a screen. */
const aheadLines = 128
/** And no more text than this, so that the first screen never waits for a few long lines. */
const aheadBytes = 64 * 1024

/** Marks the lines from `from` to before `to`, of which nothing is known yet, with what was before them. */
export type MarkStretch = (from: number, to: number) => readonly number[]

/**
 * The marks of lines that the scan has not reached. They are asked for a screen at a time, so the lines around one are
 * marked along with it and remembered: each alone would be looked at together with the fifty lines before it.
 */
export function createNearbyMarks(
  document: LogDocument,
  markStretch: MarkStretch,
): (lineIndex: number) => number {
  let first = 0
  let marks: readonly number[] = []
  let revision = document.revision

  const endOf = (from: number): number => {
    const [start] = document.bounds(from)
    const end = Math.min(from + aheadLines, document.settledLineCount)
    return Math.max(from + 1, Math.min(end, document.lineAt(start + aheadBytes)))
  }

  return (lineIndex) => {
    // An unfinished line is another one at each look.
    if (lineIndex >= document.settledLineCount) return markStretch(lineIndex, lineIndex + 1)[0] ?? 0
    const isKnown = revision === document.revision && lineIndex >= first && lineIndex < first + marks.length
    if (!isKnown) {
      revision = document.revision
      first = lineIndex
      marks = markStretch(lineIndex, endOf(lineIndex))
    }
    return marks[lineIndex - first] ?? 0
  }
}
