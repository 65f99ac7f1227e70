import type { LogDocument } from '../log-document.ts'
import { type AskedBlock, createAskedBlocks } from './asked-blocks.ts'
import type { ByteNeedle } from './byte-needle.ts'
import { createLongLines, type LineWindow, type PiecePlace, showPiece } from './long-lines.ts'
import type { MatchCounts } from './match-counts.ts'
import { createRemoteMarks } from './remote-marks.ts'
import { createScanProgress, marksIn, type Scan } from './scan.ts'
import type { TextMatch } from './text-match.ts'
import type { MakeRequest, MatcherAnswer, WatchedMatcher } from './watched-matcher.ts'
import { pieceRequest, readCounts, readMatches, remoteWindow, windowRequest } from './window-questions.ts'

/** One at work and one waiting, so that the matcher never idles; more would only delay other questions. */
const maxAsked = 2

/** A block asked for. `nextLine` moves on over blocks after it that nothing can match in. */
interface Asked {
  readonly block: AskedBlock
  nextLine: number
}

/**
 * A scan whose matching is done by another, who may take for ever. `needles`: without one of them nothing matches.
 * `onAnswer`: call `advance` again.
 */
export function createRemoteScan(
  document: LogDocument,
  counts: MatchCounts,
  matcher: WatchedMatcher,
  needles: readonly ByteNeedle[] | null,
  onAnswer: () => void,
): Scan {
  const progress = createScanProgress(document, counts)
  const blocks = createAskedBlocks(document, needles)
  const longLines = createLongLines(document, remoteWindow)
  const marks = createRemoteMarks(onAnswer)
  /** The place after what was asked for last; `progress.next` is after what was answered last. */
  let askedTo = progress.next
  let lastAsked: Asked | null = null
  let askedCount = 0
  /** A window waits for what is before it, and all after it wait for the window. */
  let isWindowAsked = false
  let slowLineIndex: number | null = null
  let cutLineIndex: number | null = null
  /** Goes up when everything begins anew: answers to earlier questions count no more. */
  let round = 0

  const restart = (): void => {
    round += 1
    askedTo = progress.next
    askedCount = 0
    isWindowAsked = false
    slowLineIndex = null
    cutLineIndex = null
    marks.clear()
  }

  const stopAt = (lineIndex: number): void => {
    slowLineIndex = lineIndex
    progress.next = { lineIndex, pieceIndex: 0 }
    // Blocks after it may still be answered, but nothing counts beyond a line that was not looked at.
    round += 1
  }

  const ask = async (make: MakeRequest, take: (answer: MatcherAnswer) => void): Promise<void> => {
    const askedIn = round
    askedCount += 1
    const answer = await matcher.ask(make)
    if (askedIn !== round) return
    askedCount -= 1
    take(answer)
    onAnswer()
  }

  const goTo = (lineIndex: number): void => {
    counts.dropTail()
    progress.next = { lineIndex, pieceIndex: 0 }
  }

  const askBlock = (block: AskedBlock): void => {
    const asked: Asked = { block, nextLine: block.nextLine }
    lastAsked = asked
    const make: MakeRequest = () => ({ type: 'lines', bytes: block.read(), isCareful: false })
    void ask(make, ({ numbers, slowTextIndex }) => {
      counts.dropTail()
      for (let at = 0; at + 1 < numbers.length; at += 2)
        counts.add(block.lineOf(numbers[at] ?? 0), numbers[at + 1] ?? 0)
      if (slowTextIndex === null) goTo(asked.nextLine)
      else stopAt(block.lineOf(slowTextIndex))
    })
  }

  const askOrPass = (block: AskedBlock): void => {
    askedTo = { lineIndex: block.nextLine, pieceIndex: 0 }
    if (block.hasLines) askBlock(block)
    else if (askedCount > 0 && lastAsked !== null) lastAsked.nextLine = block.nextLine
    else goTo(block.nextLine)
  }

  /** Of the end of an unfinished line the counts are taken back when it has grown. */
  const askWindow = (window: LineWindow): void => {
    const { lineIndex, isLast } = window
    const isTail = isLast && lineIndex >= document.settledLineCount
    const { byteLength } = document
    isWindowAsked = true
    if (window.from > 0 || !isLast) cutLineIndex ??= lineIndex
    void ask(windowRequest(document, window, progress.taken), ({ numbers, taken, slowTextIndex }) => {
      isWindowAsked = false
      counts.dropTail()
      if (slowTextIndex !== null) {
        stopAt(lineIndex)
        return
      }
      const found = readCounts(window, numbers)
      if (isTail) {
        counts.setTail(lineIndex, found)
        progress.finish(byteLength)
      } else {
        counts.addPieces(lineIndex, found)
        progress.passWindow(window, taken)
        askedTo = progress.next
      }
    })
  }

  const isLines = ({ lineIndex, pieceIndex }: PiecePlace): boolean =>
    pieceIndex === 0 && lineIndex < document.settledLineCount && !longLines.isLong(lineIndex)

  /** Asks for what comes next, or ends; false when that has to wait. */
  const step = (untilMs: number): boolean => {
    if (isWindowAsked || askedCount >= maxAsked) return false
    if (isLines(askedTo)) askOrPass(blocks.read(askedTo.lineIndex, untilMs))
    else if (askedCount > 0) return false
    else if (askedTo.lineIndex < document.lineCount) askWindow(longLines.at(askedTo))
    else {
      counts.dropTail()
      progress.finish(document.byteLength)
    }
    return true
  }

  const find = async (place: PiecePlace): Promise<readonly TextMatch[]> => {
    const { lineIndex, pieceIndex } = place
    const window = longLines.at(place)
    if (longLines.isLong(lineIndex)) {
      const { reach } = counts.inPiece(lineIndex, pieceIndex)
      return readMatches((await matcher.ask(pieceRequest(document, window, pieceIndex, reach))).numbers)
    }
    const [piece] = window.pieces
    return piece === undefined ? [] : findInText(showPiece(document, piece))
  }

  const findInText = async (text: string): Promise<readonly TextMatch[]> =>
    readMatches((await matcher.ask(() => ({ type: 'find', text }))).numbers)

  return {
    advance(untilMs) {
      if (progress.hasRestarted()) restart()
      while (slowLineIndex === null && !progress.isDone() && step(untilMs)) {
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
    get cutLineIndex() {
      return cutLineIndex
    },
    matchesIn(place, text) {
      const { lineIndex, pieceIndex } = place
      // A line that was looked through is no risk; one that was not might hold everything up.
      const { count, reach } = counts.inPiece(lineIndex, pieceIndex)
      if (count === 0) return marksIn(text.length, reach, [])
      const state = `${count} ${reach} ${text}`
      return marks.of(place, state, async () =>
        longLines.isLong(lineIndex) ? marksIn(text.length, reach, await find(place)) : await findInText(text),
      )
    },
    find,
    close() {
      round += 1
      matcher.close()
    },
  }
}
