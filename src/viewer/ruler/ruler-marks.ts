import { type LogOverview, type Severity, severities } from '#log'

/** What a ruler draws, worst last, so that it lies on top. Lesser severities are nearly everywhere and say nothing. */
export const rulerSeverities = ['warning', 'error', 'fatal'] as const satisfies readonly Severity[]

/** Width of the drawing; a mark is one unit high. */
export const rulerWidth = 16

/** Of a part of the log only the worst severity is told: a mark sums up this many parts, so that lesser ones are seen. */
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
    return runs(markCount, (mark) => severityWidth(shareOf(overview, mark * parts, parts, rank)), 'right')
  }
  const matchWidthOf = (mark: number): number => {
    const found = sum(overview.matchCounts, mark * parts, (mark + 1) * parts)
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

/**
 * 3, 6, 9 or 12, by magnitude as for matches: fewer than one line in fifty is so bad, in fifteen, in four, or more. The
 * matches beside a wall of errors are still seen.
 */
function severityWidth(share: number): number {
  if (share === 0) return 0
  return 3 * (share < 1 / 50 ? 1 : share < 1 / 15 ? 2 : share < 1 / 4 ? 3 : 4)
}

/** The share of a mark's lines that are so bad, where that is the worst of a part; 0 when it is that of none. */
function shareOf(
  { severityRanks, severityShares }: LogOverview,
  from: number,
  parts: number,
  rank: number,
): number {
  let share = 0
  for (let part = from; part < from + parts; part += 1) {
    // An error that none of the lines looked at is one is there all the same.
    if (severityRanks[part] === rank) share += Math.max(1, severityShares[part] ?? 0) / 255
  }
  return share / parts
}

function sum(counts: Uint32Array, from: number, to: number): number {
  let total = 0
  for (let part = from; part < to; part += 1) total += counts[part] ?? 0
  return total
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
