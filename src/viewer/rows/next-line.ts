import type { LogView } from '#log'
import { placeOfLine } from './whereabouts.ts'

/** Rows looked at together for the next line: more than a gap and a wrapped line take. */
const stepRows = 64

/** The line shown after or before one; null when there is none. */
export async function nextLine(view: LogView, lineIndex: number, step: 1 | -1): Promise<number | null> {
  const lineCount = view.snapshot()?.lineCount ?? 0
  const { filter = 0, fold = 0 } = view.snapshot()?.hiddenLineCounts ?? {}
  const next = lineIndex + step
  if (filter + fold === 0) return next >= 0 && next < lineCount ? next : null
  let rowIndex = await view.rowOf(placeOfLine(lineIndex))
  for (;;) {
    const from = step === 1 ? rowIndex + 1 : Math.max(0, rowIndex - stepRows)
    const rows = await view.rows(from, step === 1 ? rowIndex + stepRows : rowIndex - 1)
    const found = (step === 1 ? rows : rows.toReversed()).find(
      (row) => row.kind === 'line' && row.isLineStart && row.lineIndex !== lineIndex,
    )
    if (found?.kind === 'line') return found.lineIndex
    if (rows.length === 0 || (step === -1 && from === 0)) return null
    rowIndex += step * stepRows
  }
}
