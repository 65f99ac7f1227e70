/** How serious a line is, the least serious first. `success` is a marker such as `job_success`. */
export const severities = ['debug', 'info', 'success', 'warning', 'error', 'fatal'] as const
export type Severity = (typeof severities)[number]

/**
 * A time stamp found in a line; `kind` says what it is good for besides differences to others ({@link areComparable}).
 * `instant`: it names its zone. `reading`: a clock's, taken as UTC; whoever shows it knows which zone the machine
 * kept. `clock`: likewise, but of an unknown day. `uptime`: since the machine started.
 */
export interface LineTime {
  /** Epoch ms; of a `clock` since midnight, of an `uptime` since the start. */
  readonly atMs: number
  readonly kind: 'instant' | 'reading' | 'clock' | 'uptime'
}

/** True for two times that something can lie between: both of a day, or of one kind. */
export function areComparable(one: LineTime, other: LineTime): boolean {
  return one.kind === other.kind || (isDated(one) && isDated(other))
}

function isDated({ kind }: LineTime): boolean {
  return kind === 'instant' || kind === 'reading'
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
