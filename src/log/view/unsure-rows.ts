/**
 * Rows the page was given before all was known of them: the first of them is remembered, so that the page can be
 * told to ask again.
 */
export interface UnsureRows {
  /** A row was given; of its line not all is known. */
  add(row: number, lineIndex: number): void
  /** The first row to be asked for again, now that all lines below `knownLineCount` are known; else Infinity. */
  take(knownLineCount: number): number
}

export function createUnsureRows(): UnsureRows {
  let first = { row: Number.POSITIVE_INFINITY, lineIndex: Number.POSITIVE_INFINITY }
  return {
    add(row, lineIndex) {
      if (row < first.row) first = { row, lineIndex }
    },
    take(knownLineCount) {
      const { row, lineIndex } = first
      if (lineIndex >= knownLineCount) return Number.POSITIVE_INFINITY
      first = { row: Number.POSITIVE_INFINITY, lineIndex: Number.POSITIVE_INFINITY }
      return row
    },
  }
}
