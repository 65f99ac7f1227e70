import type { LinePlace, LogView } from '#log'
import type { RowWindow } from './row-window.ts'
import { placeOfLine, type Spot } from './whereabouts.ts'

/** The row at the top of the view, above which are `topRow` rows; null while it is not known what that shows. */
export function topSpot(view: LogView | null, topRow: number): Spot | null {
  const rowIndex = Math.floor(topRow)
  const place = placeOfRow(view, rowIndex)
  return place === null ? null : { place, at: rowIndex - topRow }
}

/** The first place that a row shows, or as good a guess as there is: as far down the lines as the row is down the rows. */
export function placeNear(view: LogView | null, row: number): LinePlace {
  const { rowCount = 0, laidOutLineCount = 0 } = view?.snapshot() ?? {}
  const share = rowCount === 0 ? 0 : Math.min(row, rowCount) / rowCount
  return placeOfRow(view, Math.floor(row)) ?? placeOfLine(Math.floor(share * laidOutLineCount))
}

/** The row in view that a line begins with; null when there is none. */
export function rowInView(
  view: LogView | null,
  { firstRowIndex, lastRowIndex }: RowWindow,
  lineIndex: number,
): number | null {
  for (let rowIndex = firstRowIndex; rowIndex <= lastRowIndex; rowIndex += 1) {
    const row = view?.peek(rowIndex)
    if (row?.kind === 'line' && row.isLineStart && row.lineIndex === lineIndex) return rowIndex
  }
  return null
}

function placeOfRow(view: LogView | null, rowIndex: number): LinePlace | null {
  const row = view?.peek(rowIndex)
  if (row === undefined) return null
  if (row.kind === 'gap') return placeOfLine(row.firstLineIndex)
  const { lineIndex, pieceIndex, offset } = row
  return { lineIndex, pieceIndex, offset }
}
