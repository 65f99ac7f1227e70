import type { LogDocument } from '../log-document.ts'
import type { LineTime } from './line-meaning.ts'
import { lineHead } from './line-text.ts'
import { parseLineTime } from './line-time.ts'

/** More than a screen and its neighbours. */
const maxKept = 512

/** The time a line says it was written at; null when it says none. The line must be there. */
export type TimeReader = (lineIndex: number) => LineTime | null

/**
 * Remembers what it has read lately: each row of a screen asks for its own time, for that of the line before it and for the
 * first of the log.
 */
export function createTimeReader(document: LogDocument, referenceYear: number | undefined): TimeReader {
  const kept = new Map<number, LineTime | null>()
  let revision = document.revision

  return (lineIndex) => {
    if (revision !== document.revision) kept.clear()
    revision = document.revision
    const known = kept.get(lineIndex)
    if (known !== undefined) return known
    const time = parseLineTime(lineHead(document, lineIndex), referenceYear)
    // An unfinished line may still become another one.
    if (lineIndex >= document.settledLineCount) return time
    if (kept.size >= maxKept) kept.clear()
    kept.set(lineIndex, time)
    return time
  }
}
