import type { LaidLog, RowSum } from './laid-log.ts'
import type { LogOverview } from './log-view.ts'

/** Matches and the worst severity of each of `bucketCount` equal parts of the rows; zeros without rows. */
export function overviewOf(laid: LaidLog | null, bucketCount: number): LogOverview {
  const matchCounts = new Uint32Array(bucketCount)
  const severityRanks = new Uint8Array(bucketCount)
  const severityShares = new Uint8Array(bucketCount)
  const rowCount = laid?.rowCount ?? 0
  const sum: RowSum = { matchCount: 0, severityRank: 0, severityShare: 0 }
  for (let bucket = 0; laid !== null && bucket < bucketCount && rowCount > 0; bucket += 1) {
    const firstRow = Math.floor((bucket * rowCount) / bucketCount)
    const endRow = Math.max(firstRow + 1, Math.floor(((bucket + 1) * rowCount) / bucketCount))
    laid.sumUp(firstRow, endRow, sum)
    matchCounts[bucket] = sum.matchCount
    severityRanks[bucket] = sum.severityRank
    severityShares[bucket] = Math.round(255 * sum.severityShare)
  }
  return { matchCounts, severityRanks, severityShares }
}
