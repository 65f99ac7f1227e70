import type { LogDocument } from '../log-document.ts'
import type { MatchCounts } from './match-counts.ts'
import { type PiecePlace, placeIn, type ShownBlock } from './shown-blocks.ts'
import type { TextMatch } from './text-match.ts'

/** Looks a document through from the top, and goes on when it has grown. */
export interface Scan {
  /** True: nothing to do before the document changes, or an answer comes. */
  advance(untilMs: number): boolean
  readonly isDone: boolean
  /** Lines before this one have been looked at. */
  readonly nextLineIndex: number
  /** The line that took too long: the scan has ended there. */
  readonly slowLineIndex: number | null
  /** Matches in the text of a piece, or null: they are not known here, but are being found. */
  matchesIn(place: PiecePlace, text: string): readonly TextMatch[] | null
  /** The same for who can wait. */
  find(text: string): Promise<readonly TextMatch[]>
  close(): void
}

/** How far a scan has come. */
export interface ScanProgress {
  next: PiecePlace
  /** The newest version contradicts what was counted: all begins anew. */
  hasRestarted(): boolean
  /** Everything there is has been looked at, the end of an unfinished line included. */
  isDone(): boolean
  /** Tells that it has, of the text up to `byteLength`. */
  finish(byteLength: number): void
}

const top: PiecePlace = { lineIndex: 0, pieceIndex: 0 }

export function createScanProgress(document: LogDocument, counts: MatchCounts): ScanProgress {
  let { revision } = document
  let doneBytes = -1
  const progress: ScanProgress = {
    next: top,
    hasRestarted() {
      if (document.revision === revision) return false
      revision = document.revision
      doneBytes = -1
      progress.next = top
      counts.clear()
      return true
    },
    isDone: () => doneBytes === document.byteLength,
    finish(byteLength) {
      doneBytes = byteLength
    },
  }
  return progress
}

/** Enters what was found in a block: `countOf` answers for each of its texts. */
export function addBlock(
  counts: MatchCounts,
  block: ShownBlock,
  countOf: (text: string, index: number) => number,
): void {
  counts.dropTail()
  block.texts.forEach((text, index) => {
    const { lineIndex, pieceIndex } = placeIn(block, index)
    counts.add(lineIndex, pieceIndex, countOf(text, index))
  })
}
