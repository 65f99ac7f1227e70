/** Rows of the log, both included. */
export interface RowRange {
  readonly firstRowIndex: number
  readonly lastRowIndex: number
}

/** What is in view: the list's window on the log, and the rows seen through it. */
export interface RowWindow extends RowRange {
  readonly rowOffset: number
}

/** Before anything is measured: no view is higher than the window. */
export function firstWindow(rowPx: number): RowWindow {
  return { rowOffset: 0, ...rowsSeen(0, rowPx, window.innerHeight) }
}

/** Every row of which a pixel is in view. */
export function rowsSeen(topPx: number, rowPx: number, viewportPx: number): RowRange {
  const firstRowIndex = Math.floor(topPx / rowPx)
  return { firstRowIndex, lastRowIndex: Math.ceil((topPx + viewportPx) / rowPx) - 1 }
}

/** The window there is, when it shows the same rows: then nothing renders. */
export function sameOr(next: RowWindow): (before: RowWindow) => RowWindow {
  return (before) =>
    before.rowOffset === next.rowOffset &&
    before.firstRowIndex === next.firstRowIndex &&
    before.lastRowIndex === next.lastRowIndex
      ? before
      : next
}
