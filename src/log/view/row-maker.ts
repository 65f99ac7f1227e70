import type { LaidRow } from './layout.ts'
import type { LineBreaker } from './line-breaker.ts'
import { segmentsOf } from './stand-in-text.ts'
import type { ViewRow } from './view-row.ts'

/** Makes what the page paints of a row. */
export type RowMaker = (row: LaidRow) => ViewRow

export function createRowMaker(breaker: LineBreaker): RowMaker {
  return (row) => {
    if (row.kind === 'gap') return row
    const { lineIndex } = row
    const part = breaker.partAt(lineIndex, row.rowOfLine)
    const { played } = part.state
    return {
      kind: 'line',
      lineIndex,
      pieceIndex: part.pieceIndex,
      offset: part.from,
      isLineStart: part.isLineStart,
      isLineEnd: part.isLineEnd,
      segments: segmentsOf(played, part.from, part.to),
      severity: null,
      time: null,
      gapMs: null,
      sinceStartMs: null,
      section: null,
      depth: 0,
      overwrittenCount: played.overwrittenCount,
    }
  }
}
