import type { LogDocument } from '../log-document.ts'
import type { LineWindow, PiecePlace } from './long-lines.ts'
import type { MatchCounts } from './match-counts.ts'
import type { PieceCount } from './piece-matches.ts'
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
  /** The first line that was seen in parts only. */
  readonly cutLineIndex: number | null
  /** What is to be marked in a piece that shows `text`, or null: it is not known here, but is being found. */
  matchesIn(place: PiecePlace, text: string): readonly TextMatch[] | null
  /** The matches that begin in a piece; they may end beyond it. */
  find(place: PiecePlace): Promise<readonly TextMatch[]>
  close(): void
}

/** How far a scan has come. */
export interface ScanProgress {
  next: PiecePlace
  /** So many units from there on belong to a match that began before. */
  taken: number
  /** The newest version contradicts what was counted: all begins anew. */
  hasRestarted(): boolean
  /** Everything there is has been looked at, the end of an unfinished line included. */
  isDone(): boolean
  /** Tells that it has, of the text up to `byteLength`. */
  finish(byteLength: number): void
  /** A window of a settled line, or one of an unfinished line that stays, has been looked through. */
  passWindow(window: LineWindow, taken: number): void
}

const top: PiecePlace = { lineIndex: 0, pieceIndex: 0 }

export function createScanProgress(document: LogDocument, counts: MatchCounts): ScanProgress {
  let { revision } = document
  let doneBytes = -1
  const progress: ScanProgress = {
    next: top,
    taken: 0,
    hasRestarted() {
      if (document.revision === revision) return false
      revision = document.revision
      doneBytes = -1
      progress.next = top
      progress.taken = 0
      counts.clear()
      return true
    },
    isDone: () => doneBytes === document.byteLength,
    finish(byteLength) {
      doneBytes = byteLength
    },
    passWindow({ lineIndex, to, isLast }, taken) {
      progress.next = isLast ? { lineIndex: lineIndex + 1, pieceIndex: 0 } : { lineIndex, pieceIndex: to }
      progress.taken = isLast ? 0 : taken
    },
  }
  return progress
}

/** The counts of a window by the pieces of its line. */
export function ofLine({ firstPiece }: LineWindow, counts: readonly PieceCount[]): readonly PieceCount[] {
  return counts.map((count) => ({ ...count, pieceIndex: count.pieceIndex + firstPiece }))
}

/** What is marked in a piece of so many units: its end at most, and what a match before it has of it. */
export function marksIn(
  textLength: number,
  reach: number,
  matches: readonly TextMatch[],
): readonly TextMatch[] {
  const within = matches
    .filter(({ offset }) => offset < textLength)
    .map(({ offset, length }) => ({ offset, length: Math.min(length, textLength - offset) }))
  return reach === 0 ? within : [{ offset: 0, length: Math.min(reach, textLength) }, ...within]
}
