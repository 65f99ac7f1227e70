import { createBreather } from '../breather.ts'
import type { CopiedText, CopyOptions, LineRange, TextRange } from '../copy/copy-options.ts'
import { copyText } from '../copy/copy-text.ts'
import type { LogDocument } from '../log-document.ts'
import type { StyleIndex } from '../text/style-index.ts'
import type { VisibleLines } from './visible-lines.ts'

const breatheEveryMs = 8

/** What of a log that is laid out, and of its indexes, a copy goes by. */
interface CopiedLog {
  readonly visible: VisibleLines
}
interface CopiedIndexes {
  readonly document: LogDocument
  readonly styles: StyleIndex
}

interface WantedCopy {
  readonly range: TextRange | null
  readonly options: CopyOptions
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
}

/**
 * Copies what a view shows of a range, or of everything. Where lines between are hidden, whole lines are copied.
 * Rejects when it is aborted or fails.
 */
export async function copyView(
  laid: CopiedLog | null,
  indexes: CopiedIndexes | undefined,
  { range, options, signal, onProgress }: WantedCopy,
): Promise<CopiedText> {
  if (laid === null || indexes === undefined) return { blob: new Blob([]), lineCount: 0, maskedCount: 0 }
  const breather = createBreather(breatheEveryMs)
  const { document, styles } = indexes
  const first = range?.from.lineIndex ?? 0
  const last = Math.min(range?.to.lineIndex ?? Number.POSITIVE_INFINITY, document.lineCount - 1)
  const shown = shownRanges(laid.visible, first, last)
  const isWhole = shown.length === 1 && shown[0]?.firstLineIndex === first && shown[0].lastLineIndex === last
  const work = { breathe: breather.breathe, styleBefore: styles.before, signal, onProgress }
  return copyText(document, range !== null && isWhole ? range : shown, options, work).finally(breather.close)
}

/** The lines from `first` to `last`, both included, that are shown. */
function shownRanges(visible: VisibleLines, first: number, last: number): readonly LineRange[] {
  const ranges: LineRange[] = []
  for (let item = visible.itemOf(first); item < visible.itemCount; ) {
    const shown = visible.itemAt(item)
    if (shown.kind === 'gap') item += 1
    else {
      if (shown.lineIndex > last) break
      const lastLineIndex = Math.min(last, shown.lineIndex + shown.runLength - 1)
      ranges.push({ firstLineIndex: shown.lineIndex, lastLineIndex })
      item += shown.runLength
    }
  }
  return ranges
}
