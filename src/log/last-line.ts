import type { LogDocument } from './log-document.ts'

/** So many lines from the end are looked at: a log may end with an empty one. */
const lookedAt = 2

/** The last line that says anything, cut like every line; `''` when there is none. */
export function lastLine(document: LogDocument | undefined): string {
  if (document === undefined) return ''
  const { lineCount } = document
  const lines = document.lines(lineCount - lookedAt, lineCount - 1)
  return lines.findLast(({ text }) => text.trim() !== '')?.text ?? ''
}
