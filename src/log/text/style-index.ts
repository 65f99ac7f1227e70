import type { LogDocument } from '../log-document.ts'
import { applySgrIn } from './sgr-bytes.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/** Which style each line begins in: a colour goes on until something ends it, over lines too. */
export interface StyleIndex {
  /** The style at the start of a line. Where `advance` has not been yet, as the last 256 KiB before it say. */
  before(lineIndex: number): TextStyle
  /** The same for any byte of the document, such as the start of a piece of a long line. */
  at(position: number): TextStyle
  /** Looks at settled lines until `performance.now()` reaches `untilMs`; true when there are no more. */
  advance(untilMs: number): boolean
}

const blockBytes = 64 * 1024
const lookBackBytes = 256 * 1024

/**
 * Keeps the style at every 64 KiB of the document, so that none is ever farther than that away. Bytes without an
 * escape cost one native search.
 */
export function createStyleIndex(document: LogDocument): StyleIndex {
  /** The style at the start of each block. */
  const blocks: TextStyle[] = [plainStyle]
  let revision = document.revision
  let scannedTo = 0
  let scannedStyle = plainStyle
  /** Where the last scan began: what a log has grown by is looked at right after it was scanned. */
  let begunAt = 0
  let begunStyle = plainStyle
  /** The last answer since the last scan: rows are asked for one after the other. */
  let lastPosition = 0
  let lastStyle = plainStyle

  const startOver = (): void => {
    revision = document.revision
    blocks.length = 1
    scannedTo = 0
    scannedStyle = plainStyle
    begunAt = 0
    begunStyle = plainStyle
    lastPosition = 0
    lastStyle = plainStyle
  }

  const nearestScanned = (position: number): readonly [from: number, style: TextStyle] => {
    if (position >= scannedTo) return [scannedTo, scannedStyle]
    const block = Math.min(Math.floor(position / blockBytes), blocks.length - 1)
    const isBegunNearer = begunAt <= position && begunAt > block * blockBytes
    return isBegunNearer ? [begunAt, begunStyle] : [block * blockBytes, blocks[block] ?? plainStyle]
  }

  /** The nearest place at or before `position` whose style is known, or guessed to be plain. */
  const nearest = (position: number): readonly [from: number, style: TextStyle] => {
    const scanned = nearestScanned(position)
    const isLastNearer = lastPosition <= position && lastPosition > scanned[0]
    const near: readonly [number, TextStyle] = isLastNearer ? [lastPosition, lastStyle] : scanned
    return position - near[0] <= lookBackBytes ? near : [position - lookBackBytes, plainStyle]
  }

  const at = (position: number): TextStyle => {
    if (document.revision !== revision) startOver()
    const [from, style] = nearest(position)
    lastStyle = applySgrIn(document, from, position, style)
    lastPosition = position
    return lastStyle
  }

  return {
    at,
    before: (lineIndex) => at(document.bounds(lineIndex)[0]),
    advance(untilMs) {
      if (document.revision !== revision) startOver()
      const end = settledEnd(document)
      if (scannedTo < end) {
        begunAt = scannedTo
        begunStyle = scannedStyle
      }
      while (scannedTo < end) {
        if (performance.now() >= untilMs) return false
        const to = Math.min(end, blocks.length * blockBytes)
        scannedStyle = applySgrIn(document, scannedTo, to, scannedStyle)
        scannedTo = to
        lastPosition = 0
        if (to === blocks.length * blockBytes) blocks.push(scannedStyle)
      }
      return true
    },
  }
}

/** An unfinished last line may end inside a sequence. */
function settledEnd(document: LogDocument): number {
  const { lineCount, settledLineCount, byteLength } = document
  return settledLineCount < lineCount ? document.bounds(settledLineCount)[0] : byteLength
}
