import type { LogDocument } from '../log-document.ts'
import type { MatchCounts } from './match-counts.ts'
import { addBlock, createScanProgress, type Scan } from './scan.ts'
import { createShownBlocks } from './shown-blocks.ts'
import type { TextMatcher } from './text-match.ts'

/** Text looked through between two looks at the clock. */
const sliceBytes = 64 * 1024

/** A scan for what is surely found in linear time, done right here. */
export function createLocalScan(document: LogDocument, counts: MatchCounts, matcher: TextMatcher): Scan {
  const progress = createScanProgress(document, counts)
  const blocks = createShownBlocks(document)

  /** Looks at the next block; false when there is none. */
  const step = (): boolean => {
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
        if (!step()) {
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
