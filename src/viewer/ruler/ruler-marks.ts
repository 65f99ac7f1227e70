import { type LogOverview, type Severity, severities } from '#log'

/** What a ruler draws, worst last, so that it lies on top. Lesser severities are nearly everywhere and say nothing. */
export const rulerSeverities = ['warning', 'error', 'fatal'] as const satisfies readonly Severity[]

/** Width of the drawing; a mark is one unit high. */
export const rulerWidth = 16

/**
 * Of a part of the log only the worst severity is told, not how often it comes: a mark sums up this many parts, and
 * shows in how many of them there is one so bad.
 */
export const partsPerMark = 4

/** What a ruler shows: an overview, of how many rows, and for how many marks. */
export interface RulerOverview extends LogOverview {
  readonly rowCount: number
  /** Each sums up as many parts of the overview as any other. */
  readonly markCount: number
}

/** One SVG path per kind of mark: matches grow from the left edge, severities from the right one and over them. */
export interface RulerPaths {
  readonly matches: string
  readonly severities: Readonly<Record<(typeof rulerSeverities)[number], string>>
}

/**
 * The wider a mark, the more there is: its colour stays the same, since a paler one would be overlooked. A path for all
 * marks of a kind costs the page one element, however many there are.
 */
export function rulerPaths(overview: RulerOverview): RulerPaths {
  const { rowCount, markCount } = overview
  const parts = overview.matchCounts.length / markCount
  const ofSeverity = (severity: Severity): string => {
    const rank = 1 + severities.indexOf(severity)
    return runs(markCount, (mark) => severityWidth(overview, mark * parts, parts, rank), 'right')
  }
  const matchWidthOf = (mark: number): number => {
    const found = sum(overview.matchCounts.subarray(mark * parts, (mark + 1) * parts))
    return matchWidth(found, rowCount / markCount)
  }
  return {
    matches: runs(markCount, matchWidthOf, 'left'),
    severities: {
      warning: ofSeverity('warning'),
      error: ofSeverity('error'),
      fatal: ofSeverity('fatal'),
    },
  }
}

/**
 * A quarter, a half, three quarters or all of the width. By magnitude: one match among thousands of rows, ten and a
 * hundred look different, and only a match in every row fills the ruler.
 */
export function matchWidth(matchCount: number, rowsPerMark: number): number {
  if (matchCount === 0) return 0
  const share = Math.log1p(matchCount) / Math.log1p(Math.max(1, rowsPerMark))
  return (rulerWidth / 4) * Math.min(4, Math.ceil(4 * share - 1e-9))
}

/** 6 to 12: a single error must not be overlooked, and the matches beside many of them are seen. */
function severityWidth({ severityRanks }: LogOverview, from: number, parts: number, rank: number): number {
  const ranks = severityRanks.subarray(from, from + parts)
  const partCount = ranks.reduce((count, one) => count + (one >= rank ? 1 : 0), 0)
  // Those that are only worse have a mark of their own, as wide, in the same place.
  return ranks.includes(rank) ? 4 + Math.ceil((8 * partCount) / parts) : 0
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, one) => total + one, 0)
}

/** Boxes at one side, one for each run of marks that are as wide. */
function runs(markCount: number, widthOf: (mark: number) => number, side: 'left' | 'right'): string {
  let path = ''
  for (let mark = 0; mark < markCount; mark += 1) {
    const width = widthOf(mark)
    if (width === 0) continue
    const start = mark
    while (mark + 1 < markCount && widthOf(mark + 1) === width) mark += 1
    const left = side === 'left' ? 0 : rulerWidth - width
    path += `M${left} ${start}h${width}v${mark + 1 - start}h-${width}z`
  }
  return path
}
