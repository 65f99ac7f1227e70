import type { LogDocument } from '../log-document.ts'
import type { MatchCounts } from './match-counts.ts'
import { createRemoteMatches } from './remote-matches.ts'
import { addBlock, createScanProgress, type Scan } from './scan.ts'
import { createShownBlocks, placeIn, type ShownBlock } from './shown-blocks.ts'
import type { MatcherAnswer, WatchedMatcher } from './watched-matcher.ts'

const blockBytes = 512 * 1024
/** One at work and one waiting, so that the matcher never idles; more would only delay other questions. */
const maxAsked = 2

/** A scan whose matching is done by another, who may take for ever. `onAnswer`: call `advance` again. */
export function createRemoteScan(
  document: LogDocument,
  counts: MatchCounts,
  matcher: WatchedMatcher,
  onAnswer: () => void,
): Scan {
  const progress = createScanProgress(document, counts)
  const blocks = createShownBlocks(document)
  const matches = createRemoteMatches(matcher, onAnswer)
  /** The place after the last block asked for; `progress.next` is after the last answered. */
  let askedTo = progress.next
  let askedCount = 0
  let isTailAsked = false
  let slowLineIndex: number | null = null
  /** Goes up when everything begins anew: answers to earlier questions count no more. */
  let round = 0

  const restart = (): void => {
    round += 1
    askedTo = progress.next
    askedCount = 0
    isTailAsked = false
    slowLineIndex = null
    matches.clear()
  }

  const ask = async (block: ShownBlock, take: (answer: MatcherAnswer) => void): Promise<void> => {
    const askedIn = round
    askedCount += 1
    const answer = await matcher.count(block.texts)
    if (askedIn !== round) return
    askedCount -= 1
    take(answer)
    if (answer.slowTextIndex !== null) {
      slowLineIndex = placeIn(block, answer.slowTextIndex).lineIndex
      // Blocks after it may still be answered, but nothing counts beyond a line that was not looked at.
      round += 1
    }
    onAnswer()
  }

  const askBlock = (block: ShownBlock): void => {
    askedTo = block.next
    void ask(block, ({ pairs, slowTextIndex }) => {
      const found = countsOf(pairs)
      addBlock(counts, block, (_text, index) => found.get(index) ?? 0)
      progress.next = slowTextIndex === null ? block.next : placeIn(block, slowTextIndex)
    })
  }

  const askTail = (): void => {
    const tail = blocks.readTail()
    const { byteLength } = document
    if (tail === null) {
      counts.dropTail()
      progress.finish(byteLength)
      return
    }
    isTailAsked = true
    const { lineIndex, pieceIndex } = tail.first
    void ask(tail, ({ pairs }) => {
      isTailAsked = false
      counts.setTail(lineIndex, pieceIndex, countsOf(pairs).get(0) ?? 0)
      progress.finish(byteLength)
    })
  }

  return {
    advance(untilMs) {
      if (progress.hasRestarted()) restart()
      while (slowLineIndex === null && !progress.isDone() && askedCount < maxAsked && !isTailAsked) {
        const block = blocks.read(askedTo, blockBytes)
        if (block !== null) askBlock(block)
        else if (askedCount === 0) askTail()
        else break
        if (performance.now() >= untilMs && askedCount < maxAsked) return false
      }
      return true
    },
    get isDone() {
      return progress.isDone()
    },
    get nextLineIndex() {
      return progress.next.lineIndex
    },
    get slowLineIndex() {
      return slowLineIndex
    },
    matchesIn(place, text) {
      if (place.lineIndex < progress.next.lineIndex && !counts.hasMatch(place.lineIndex)) return []
      return slowLineIndex !== null && place.lineIndex >= slowLineIndex ? [] : matches.of(place, text)
    },
    find: matches.find,
    close() {
      round += 1
      matcher.close()
    },
  }
}

/** Count by index of text. */
function countsOf(pairs: ArrayLike<number>): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at + 1 < pairs.length; at += 2) found.set(pairs[at] ?? 0, pairs[at + 1] ?? 0)
  return found
}
