import type { FoundLine } from '../protocol.ts'
import { type AnchoredDocument, contextAnchor, ownAnchor, readAnchor } from './line-anchor.ts'

const linesBetweenClocks = 64

/** A search for an anchored line that is done a slice at a time. */
interface AnchorSearch {
  /** Works until `performance.now() >= untilMs`. True when the search is over. */
  advance(untilMs: number): boolean
  /** The line, null when there is none or it has not been found yet. */
  readonly found: FoundLine | null
}

/**
 * Looks for the line an anchor was made of (`lineAnchor`), from `lineIndex` outward, so that of equal lines the
 * nearest is found, and the later one of two as near: lines are added above more often than taken away. One that only
 * reads the same, below other lines, is the answer where there is none with the same lines above it.
 */
function createAnchorSearch(document: AnchoredDocument, lineIndex: number, anchor: string): AnchorSearch {
  const wanted = readAnchor(anchor)
  const middle = Math.max(0, Math.min(lineIndex, document.lineCount - 1))
  let distance = 0
  let found: FoundLine | null = null

  const look = (candidate: number): boolean => {
    if (candidate < 0 || candidate >= document.lineCount) return false
    if (ownAnchor(document, candidate) !== wanted?.own) return false
    const isSure = wanted.context === null || contextAnchor(document, candidate) === wanted.context
    if (isSure || found === null) found = { lineIndex: candidate, isSure }
    return isSure
  }

  const step = (): boolean => {
    if (wanted === null || look(middle + distance) || look(middle - distance)) return true
    distance += 1
    return middle + distance >= document.lineCount && middle - distance < 0
  }

  return {
    advance(untilMs) {
      do {
        for (let count = 0; count < linesBetweenClocks; count += 1) if (step()) return true
      } while (performance.now() < untilMs)
      return false
    },
    get found() {
      return found
    },
  }
}

/** The line nearest to `lineIndex` whose anchor is `anchor`; null when there is none, or an abort came first. */
export async function findAnchor(
  document: AnchoredDocument,
  lineIndex: number,
  anchor: string,
  breathe: () => Promise<void>,
  signal?: AbortSignal,
): Promise<FoundLine | null> {
  const search = createAnchorSearch(document, lineIndex, anchor)
  while (!search.advance(performance.now() + 8)) {
    await breathe()
    if (signal?.aborted === true) return null
  }
  return search.found
}
