import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import type { ByteNeedle } from './byte-needle.ts'
import { createByteScan } from './byte-scan.ts'
import { createLongLines, type LineWindow, type PiecePlace, showPiece } from './long-lines.ts'
import type { MatchCounts } from './match-counts.ts'
import { countInPieces, findInPiece, type JoinedPieces, joinPieces } from './piece-matches.ts'
import { createScanProgress, marksIn, ofLine, type Scan } from './scan.ts'
import { readLines } from './shown-blocks.ts'
import { shownText } from './shown-text.ts'
import type { TextMatch, TextMatcher } from './text-match.ts'

/** Text decoded and looked through between two looks at the clock. */
const sliceBytes = 64 * 1024
const windowPieces = sliceBytes / pieceBytes

/**
 * A scan for what is surely found in linear time, done right here: in the bytes, if there are needles for them.
 * No match has more than `maxLength` units.
 */
export function createLocalScan(
  document: LogDocument,
  counts: MatchCounts,
  matcher: TextMatcher,
  needles: readonly ByteNeedle[] | null,
  maxLength: number,
): Scan {
  const progress = createScanProgress(document, counts)
  const bytes = needles === null ? null : createByteScan(document, needles, pieceBytes)
  // A piece may show less than it has bytes, because of colours.
  const around = 2 + Math.ceil((16 * maxLength) / pieceBytes)
  const longLines = createLongLines(document, { pieces: windowPieces, around })
  const { pattern } = matcher

  const show = ({ pieces }: LineWindow): JoinedPieces =>
    joinPieces(pieces.map((piece) => showPiece(document, piece)))

  const countWindow = (window: LineWindow, taken: number) => {
    const { from, to, firstPiece } = window
    const found = countInPieces(pattern, show(window), [from - firstPiece, to - firstPiece], taken)
    return { counts: ofLine(window, found.counts), taken: found.taken }
  }

  const findIn = (place: PiecePlace): readonly TextMatch[] => {
    const window = longLines.at(place)
    const { reach } = counts.inPiece(place.lineIndex, place.pieceIndex)
    return findInPiece(pattern, show(window), place.pieceIndex - window.firstPiece, reach)
  }

  const addLine = (lineIndex: number, count: number | null): void => {
    if (count !== null) counts.add(lineIndex, count)
    else addShown(lineIndex)
  }

  const addShown = (lineIndex: number): void => {
    if (longLines.isLong(lineIndex)) {
      addLong(lineIndex)
      return
    }
    const text = shownText(decodeText(document.read(...document.bounds(lineIndex))))
    counts.add(lineIndex, matcher.count(text))
  }

  const addLong = (lineIndex: number): void => {
    let taken = 0
    for (let pieceIndex = 0, isLast = false; !isLast; ) {
      const window = longLines.at({ lineIndex, pieceIndex })
      const found = countWindow(window, taken)
      counts.addPieces(lineIndex, found.counts)
      taken = found.taken
      pieceIndex = window.to
      isLast = window.isLast
    }
  }

  /** Looks through whole lines as bytes; false where that can't be done. */
  const stepBytes = (): boolean => {
    const { lineIndex, pieceIndex } = progress.next
    if (bytes === null || pieceIndex > 0 || lineIndex >= document.settledLineCount) return false
    counts.dropTail()
    const next = bytes.next(lineIndex, addLine)
    if (next !== null) progress.next = { lineIndex: next, pieceIndex: 0 }
    return next !== null
  }

  /** Looks at the next lines as text; false when there are none. */
  const stepLines = (): boolean => {
    const { lineIndex } = progress.next
    if (lineIndex >= document.settledLineCount || longLines.isLong(lineIndex)) return false
    counts.dropTail()
    const { texts } = readLines(document, lineIndex, sliceBytes)
    texts.forEach((text, index) => {
      counts.add(lineIndex + index, matcher.count(text))
    })
    progress.next = { lineIndex: lineIndex + texts.length, pieceIndex: 0 }
    return true
  }

  /** Looks at the next window of a long line, or of the unfinished one; false when it may still change. */
  const stepWindow = (): boolean => {
    if (progress.next.lineIndex >= document.lineCount) return false
    const window = longLines.at(progress.next)
    if (window.isLast && window.lineIndex >= document.settledLineCount) return false
    counts.dropTail()
    const found = countWindow(window, progress.taken)
    counts.addPieces(window.lineIndex, found.counts)
    progress.passWindow(window, found.taken)
    return true
  }

  const finish = (): void => {
    counts.dropTail()
    const { lineIndex } = progress.next
    if (lineIndex < document.lineCount)
      counts.setTail(lineIndex, countWindow(longLines.at(progress.next), progress.taken).counts)
    progress.finish(document.byteLength)
  }

  return {
    advance(untilMs) {
      progress.hasRestarted()
      if (progress.isDone()) return true
      do
        if (!stepBytes() && !stepLines() && !stepWindow()) {
          finish()
          return true
        }
      while (performance.now() < untilMs)
      return false
    },
    get isDone() {
      return progress.isDone()
    },
    get nextLineIndex() {
      return progress.next.lineIndex
    },
    slowLineIndex: null,
    // What is looked for here is always shorter than what is seen around a part.
    cutLineIndex: null,
    matchesIn(place, text) {
      if (!longLines.isLong(place.lineIndex)) return matcher.find(text)
      const { reach } = counts.inPiece(place.lineIndex, place.pieceIndex)
      return marksIn(text.length, reach, findIn(place))
    },
    find: async (place) => findIn(place),
    close: () => undefined,
  }
}
