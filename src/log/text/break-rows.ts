import { asciiEnd, createClusterReader } from './clusters.ts'
import type { PlayedText } from './played-text.ts'
import { tabColumns } from './tab-columns.ts'

/**
 * Where the rows of a shown text begin when a row has so many columns; the first begins at 0. What does not fit
 * goes on to the next row: a wide character, a tab, a mark is never split. What is wider than a whole row has one
 * to itself and sticks out.
 */
export function breakRows(played: PlayedText, columns: number): readonly number[] {
  const { text } = played
  const width = Math.max(1, Math.floor(columns))
  const clusters = createClusterReader(text)
  const starts = [0]
  let column = 0
  let position = 0
  while (position < text.length) {
    const runEnd = asciiEnd(text, position, text.length)
    while (column + runEnd - position > width) {
      position += Math.max(0, width - column)
      starts.push(position)
      column = 0
    }
    column += runEnd - position
    position = runEnd
    if (position === text.length) break
    clusters.read(position)
    if (column > 0 && column + cellsAt(clusters.cells, column) > width) {
      starts.push(position)
      column = 0
    }
    column += cellsAt(clusters.cells, column)
    position = clusters.end
  }
  return starts
}

/** Columns of a cluster that begins at `column` of its row; a tab (0) fills up to the next stop. */
export function cellsAt(cells: number, column: number): number {
  return cells === 0 ? tabColumns - (column % tabColumns) : cells
}
