import type { LogView } from '#log'
import { placeOfLine } from './whereabouts.ts'

/** Rows looked at together for the next line: more than a gap and a wrapped line take. */
const stepRows = 64

export type LineStep = 1 | 0 | -1

/** The line shown after or before one; with 0 itself, or the next if it is hidden. Null when there is none. */
export async function nextLine(view: LogView, lineIndex: number, step: LineStep): Promise<number | null> {
  const lineCount = view.snapshot()?.lineCount ?? 0
  const { filter = 0, fold = 0 } = view.snapshot()?.hiddenLineCounts ?? {}
  const next = lineIndex + step
  if (filter + fold === 0) return next >= 0 && next < lineCount ? next : null
  let rowIndex = await view.rowOf(placeOfLine(lineIndex))
  for (;;) {
    const from = step >= 0 ? rowIndex + step : Math.max(0, rowIndex - stepRows)
    const rows = await view.rows(from, step >= 0 ? rowIndex + stepRows : rowIndex - 1)
    const found = (step >= 0 ? rows : rows.toReversed()).find(
      (row) => row.kind === 'line' && row.isLineStart && (step === 0 || row.lineIndex !== lineIndex),
    )
    if (found?.kind === 'line') return found.lineIndex
    if (rows.length === 0 || (step === -1 && from === 0)) return null
    rowIndex += (step || 1) * stepRows
  }
}
