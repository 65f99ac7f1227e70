import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { pieceBytes } from '../text/line-pieces.ts'
import type { ByteNeedle } from './byte-needle.ts'
import { createByteScan } from './byte-scan.ts'
import type { MatchCounts } from './match-counts.ts'
import { addBlock, createScanProgress, type Scan } from './scan.ts'
import { createShownBlocks } from './shown-blocks.ts'
import { shownText } from './shown-text.ts'
import type { TextMatcher } from './text-match.ts'

/** Text decoded and looked through between two looks at the clock. */
const sliceBytes = 64 * 1024

/** A scan for what is surely found in linear time, done right here: in the bytes, if there is a needle for them. */
export function createLocalScan(
  document: LogDocument,
  counts: MatchCounts,
  matcher: TextMatcher,
  needle: ByteNeedle | null,
): Scan {
  const progress = createScanProgress(document, counts)
  const blocks = createShownBlocks(document)
  const bytes = needle === null ? null : createByteScan(document, needle, pieceBytes)

  const addLine = (lineIndex: number, count: number | null): void => {
    if (count !== null) counts.add(lineIndex, 0, count)
    else addShown(lineIndex)
  }

  const addShown = (lineIndex: number): void => {
    const [start, end] = document.bounds(lineIndex)
    if (end - start <= pieceBytes) {
      counts.add(lineIndex, 0, matcher.count(shownText(decodeText(document.read(start, end)))))
      return
    }
    const block = blocks.read({ lineIndex, pieceIndex: 0 }, end - start + pieceBytes)
    if (block !== null) addBlock(counts, block, matcher.count)
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

  /** Looks at the next block of text; false when there is none. */
  const stepText = (): boolean => {
    const block = blocks.read(progress.next, sliceBytes)
    if (block === null) return false
    addBlock(counts, block, matcher.count)
    progress.next = block.next
    return true
  }

  const finish = (): void => {
    const tail = blocks.readTail()
    const [text = ''] = tail?.texts ?? []
    counts.dropTail()
    if (tail !== null) counts.setTail(tail.first.lineIndex, tail.first.pieceIndex, matcher.count(text))
    progress.finish(document.byteLength)
  }

  return {
    advance(untilMs) {
      progress.hasRestarted()
      if (progress.isDone()) return true
      do
        if (!stepBytes() && !stepText()) {
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
    matchesIn: (_place, text) => matcher.find(text),
    find: async (text) => matcher.find(text),
    close: () => undefined,
  }
}
