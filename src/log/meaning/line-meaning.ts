/** How serious a line is, the least serious first. `success` is a marker such as `job_success`. */
export const severities = ['debug', 'info', 'success', 'warning', 'error', 'fatal'] as const
export type Severity = (typeof severities)[number]

/**
 * A time stamp found in a line, in epoch ms. Without a zone of its own (`hasZone` false) it is the clock reading
 * taken as UTC: whoever shows it knows which zone the machine kept.
 */
export interface LineTime {
  readonly atMs: number
  readonly hasZone: boolean
}

/** Lines that fold away under their first one. */
export interface LogSection {
  readonly firstLineIndex: number
  /** Included; of an open section the last line so far. */
  readonly lastLineIndex: number
  readonly isOpen: boolean
  readonly kind: 'group' | 'collected-logs' | 'traceback' | 'json'
  readonly title: string
  /** Sections around it. */
  readonly depth: number
}

/** How many lines begin a message of each severity, among `scannedLineCount` lines. */
export interface MeaningState {
  readonly counts: Readonly<Record<Severity, number>>
  readonly sectionCount: number
  readonly scannedLineCount: number
}
