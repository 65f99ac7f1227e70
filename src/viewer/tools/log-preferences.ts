/** What stands before each line: nothing, its own day and time, the time since the first stamp, or since the line before. */
export type TimeColumn = 'off' | 'clock' | 'since-start' | 'gap'

/** Characters the column of times is wide: the longest words of either language and a blank. */
export const timeColumnCells: Readonly<Record<TimeColumn, number>> = {
  off: 0,
  clock: 19,
  'since-start': 14,
  // Chinese characters take two: "+999 天 23 小时".
  gap: 16,
}

/** How a person likes logs shown, in whichever log. The page keeps it. */
export interface LogPreferences {
  readonly wrap: boolean
  /** One of `fontSizes`. */
  readonly fontPx: number
  readonly time: TimeColumn
  readonly lineNumbers: boolean
  readonly severityColors: boolean
  /** New lines are said aloud by screen readers, now and then. */
  readonly announcements: boolean
}

export const defaultLogPreferences: LogPreferences = {
  wrap: false,
  fontPx: 13,
  time: 'off',
  lineNumbers: true,
  severityColors: true,
  announcements: true,
}

export const timeColumns: readonly TimeColumn[] = ['off', 'clock', 'since-start', 'gap']

/** Sizes that are offered, CSS px, the smallest first. */
export const fontSizes: readonly number[] = [12, 13, 14, 15, 16, 17, 18]

/** Lower than this a line number cannot be hit with a finger (WCAG 2.2, 2.5.8), CSS px. */
const touchedRowPx = 24

/** Height of a row whose text has this size, both in CSS px: 20 for 13, unless rows are to be hit with a finger. */
export function rowPxOf(fontPx: number, isTouched = false): number {
  return Math.max(isTouched ? touchedRowPx : 0, Math.round(fontPx * 1.54))
}

/** Preferences from whatever was kept: what makes no sense falls back by itself. */
export function readLogPreferences(kept: unknown): LogPreferences {
  const fields: Readonly<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {}
  const flag = (name: 'wrap' | 'lineNumbers' | 'severityColors' | 'announcements'): boolean => {
    const value = fields[name]
    return typeof value === 'boolean' ? value : defaultLogPreferences[name]
  }
  return {
    wrap: flag('wrap'),
    fontPx: fontSizes.find((size) => size === fields['fontPx']) ?? defaultLogPreferences.fontPx,
    time: timeColumns.find((column) => column === fields['time']) ?? defaultLogPreferences.time,
    lineNumbers: flag('lineNumbers'),
    severityColors: flag('severityColors'),
    announcements: flag('announcements'),
  }
}
