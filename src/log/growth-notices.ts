import type { LogDocument } from './log-document.ts'
import type { GrowthNotice, LineRun } from './protocol.ts'

/** More lines than a tall screen shows. */
const runLines = 96

/** Says what changed in a document since the last notice; with `watched`, also the lines likely looked at. */
export function growthNotice(
  documentId: string,
  document: LogDocument,
  watched: boolean,
  first: GrowthNotice['firstRows'],
): GrowthNotice {
  const changedFromLineIndex = document.takeChangedFrom()
  return {
    documentId,
    lineCount: document.lineCount,
    byteLength: document.byteLength,
    complete: document.complete,
    revision: document.revision,
    changedFromLineIndex,
    runs: watched ? changedRuns(document, changedFromLineIndex) : [],
    firstRows: first,
  }
}

/** The changed part of the first and of the last screen. */
function changedRuns(document: LogDocument, changedFrom: number): readonly LineRun[] {
  const tailFrom = Math.max(changedFrom, document.lineCount - runLines)
  const headTo = Math.min(tailFrom, runLines)
  const head = changedFrom < headTo ? [readRun(document, changedFrom, headTo - 1)] : []
  const tail = tailFrom < document.lineCount ? [readRun(document, tailFrom, document.lineCount - 1)] : []
  return [...head, ...tail]
}

function readRun(document: LogDocument, firstLineIndex: number, lastLineIndex: number): LineRun {
  return { firstLineIndex, lines: document.lines(firstLineIndex, lastLineIndex) }
}
