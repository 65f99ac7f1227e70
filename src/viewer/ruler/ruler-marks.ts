import { type LogOverview, type Severity, severities } from '#log'

/** What a ruler draws, worst last, so that it lies on top. Lesser severities are nearly everywhere and say nothing. */
export const rulerSeverities = ['warning', 'error', 'fatal'] as const satisfies readonly Severity[]

/** One SVG path per kind of mark, in a drawing two wide (matches left, severities right) and a bucket per unit high. */
export interface RulerPaths {
  readonly matches: string
  readonly severities: Readonly<Record<(typeof rulerSeverities)[number], string>>
}

/** A path for all marks of a kind costs the page one element, however many there are. */
export function rulerPaths({ matchCounts, severityRanks }: LogOverview): RulerPaths {
  const ofSeverity = (severity: Severity): string => {
    const rank = 1 + severities.indexOf(severity)
    return runs(severityRanks.length, (bucket) => severityRanks[bucket] === rank, 1)
  }
  return {
    matches: runs(matchCounts.length, (bucket) => (matchCounts[bucket] ?? 0) > 0, 0),
    severities: {
      warning: ofSeverity('warning'),
      error: ofSeverity('error'),
      fatal: ofSeverity('fatal'),
    },
  }
}

/** Boxes of width 1 at `left`, one for each run of buckets that have it. */
function runs(bucketCount: number, has: (bucket: number) => boolean, left: number): string {
  let path = ''
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    if (!has(bucket)) continue
    const start = bucket
    while (bucket + 1 < bucketCount && has(bucket + 1)) bucket += 1
    path += `M${left} ${start}h1v${bucket + 1 - start}h-1z`
  }
  return path
}
