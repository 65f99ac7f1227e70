import type { LogDocument } from '../log-document.ts'
import { type AskedBlock, createAskedBlocks } from './asked-blocks.ts'
import type { ByteNeedle } from './byte-needle.ts'
import type { MatchCounts } from './match-counts.ts'
import { createRemoteMatches } from './remote-matches.ts'
import { createScanProgress, type Scan } from './scan.ts'
import type { PiecePlace } from './shown-blocks.ts'
import type { MatcherAnswer, WatchedMatcher } from './watched-matcher.ts'

/** One at work and one waiting, so that the matcher never idles; more would only delay other questions. */
const maxAsked = 2

/** A block asked for. `next` moves on over blocks after it that nothing can match in. */
interface Asked {
  readonly block: AskedBlock
  next: PiecePlace
}

/**
 * A scan whose matching is done by another, who may take for ever. `needle`: a literal without which nothing matches.
 * `onAnswer`: call `advance` again.
 */
export function createRemoteScan(
  document: LogDocument,
  counts: MatchCounts,
  matcher: WatchedMatcher,
  needle: ByteNeedle | null,
  onAnswer: () => void,
): Scan {
  const progress = createScanProgress(document, counts)
  const blocks = createAskedBlocks(document, needle)
  const matches = createRemoteMatches(matcher, onAnswer)
  /** The place after the last block asked for; `progress.next` is after the last answered. */
  let askedTo = progress.next
  let lastAsked: Asked | null = null
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

  const ask = async (block: AskedBlock, take: (answer: MatcherAnswer) => void): Promise<void> => {
    const askedIn = round
    askedCount += 1
    const answer = await matcher.count(block.read)
    if (askedIn !== round) return
    askedCount -= 1
    take(answer)
    if (answer.slowTextIndex !== null) {
      slowLineIndex = block.place(answer.slowTextIndex).lineIndex
      // Blocks after it may still be answered, but nothing counts beyond a line that was not looked at.
      round += 1
    }
    onAnswer()
  }

  const goTo = (place: PiecePlace): void => {
    counts.dropTail()
    progress.next = place
  }

  const askBlock = (block: AskedBlock): void => {
    const asked: Asked = { block, next: block.next }
    lastAsked = asked
    void ask(block, ({ pairs, slowTextIndex }) => {
      counts.dropTail()
      for (let at = 0; at + 1 < pairs.length; at += 2) {
        const { lineIndex, pieceIndex } = block.place(pairs[at] ?? 0)
        counts.add(lineIndex, pieceIndex, pairs[at + 1] ?? 0)
      }
      goTo(slowTextIndex === null ? asked.next : block.place(slowTextIndex))
    })
  }

  const askOrPass = (block: AskedBlock): void => {
    askedTo = block.next
    if (block.hasTexts) askBlock(block)
    else if (askedCount > 0 && lastAsked !== null) lastAsked.next = block.next
    else goTo(block.next)
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
    const { lineIndex, pieceIndex } = tail.place(0)
    void ask(tail, ({ pairs }) => {
      isTailAsked = false
      counts.setTail(lineIndex, pieceIndex, pairs[1] ?? 0)
      progress.finish(byteLength)
    })
  }

  return {
    advance(untilMs) {
      if (progress.hasRestarted()) restart()
      while (slowLineIndex === null && !progress.isDone() && askedCount < maxAsked && !isTailAsked) {
        const block = blocks.read(askedTo, untilMs)
        if (block !== null) askOrPass(block)
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
