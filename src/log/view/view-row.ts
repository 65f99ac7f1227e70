import type { LineTime, Severity } from '../meaning/line-meaning.ts'
import type { RowSegment } from '../text/row-segment.ts'

/**
 * A place in a log. A line of at most 8 KiB is one piece (`pieceIndex` 0); a longer one is cut into pieces of
 * that size, each shown and searched on its own. `offset` counts UTF-16 units of the piece's shown text: escape
 * sequences gone, `\r` and backspace played.
 */
export interface LinePlace {
  readonly lineIndex: number
  readonly pieceIndex: number
  readonly offset: number
}

/** One row of the reader: a line, or the part of a wrapped or very long line that fits. */
export interface LineRow extends LinePlace {
  readonly kind: 'line'
  /** First row of its line: the one with the number. */
  readonly isLineStart: boolean
  readonly isLineEnd: boolean
  /** What is shown, in reading order; `offset` of the row is where the first segment begins. */
  readonly segments: readonly RowSegment[]
  /** How serious the line is, or the message that it belongs to; null when nothing says. */
  readonly severity: Severity | null
  /** First row of a message: rows of the lines that go on with it have its severity, and need not repeat it. */
  readonly beginsMessage: boolean
  /** The line's own time stamp; null on later rows of a line, and when it has none. */
  readonly time: LineTime | null
  /** That of the stamped line before it; null when there is none that `time` can be compared with. */
  readonly timeBefore: LineTime | null
  /** The first stamp of the log, likewise. */
  readonly startTime: LineTime | null
  /** Set on the row that begins a section. */
  readonly section: SectionHead | null
  /** Sections around the line. */
  readonly depth: number
  /** Earlier states of the line that `\r` wrote over and that are not shown; 0 for nearly all lines. */
  readonly overwrittenCount: number
}

/** The first line of a section, which stays when the rest is folded away. */
export interface SectionHead {
  readonly title: string
  /** Lines of the section after its first, so far. */
  readonly lineCount: number
  readonly isFolded: boolean
}

/** Stands for lines that are not shown, so that none is ever silently gone. */
export interface GapRow {
  readonly kind: 'gap'
  readonly firstLineIndex: number
  readonly lineCount: number
  readonly reason: 'filter' | 'fold'
}

export type ViewRow = LineRow | GapRow
