import type { SeverityRank } from './severity-rank.ts'

/** Lines per block of storage; blocks are never copied when the log grows. */
const blockLines = 32 * 1024
/** Lines per summary: their worst rank. Few, for a ruler asks for a thousand ranges of a thousand lines at once. */
const summaryLines = 64

/** A byte per line: its rank in the lower three bits, the bits above belong to the caller. */
export interface LineMarks {
  readonly length: number
  append(mark: number): void
  at(lineIndex: number): number
  /** Changes a line's mark. */
  set(lineIndex: number, mark: number): void
  /** The worst rank among lines `from` to before `to`. */
  worstBetween(from: number, to: number): SeverityRank
  /** The nearest line after or before `from` with a rank of at least `min` and all bits of `flag`; -1 when none. */
  find(from: number, direction: 'next' | 'previous', min: SeverityRank, flag: number): number
  /** Takes the last mark back. */
  dropLast(): void
  clear(): void
}

export function createLineMarks(): LineMarks {
  let blocks: Uint8Array[] = []
  let summaries = new Uint8Array(64)
  let length = 0

  const at = (lineIndex: number): number =>
    blocks[Math.floor(lineIndex / blockLines)]?.[lineIndex % blockLines] ?? 0
  const summaryOf = (lineIndex: number): number => summaries[Math.floor(lineIndex / summaryLines)] ?? 0

  const blockFor = (lineIndex: number): Uint8Array => {
    const place = Math.floor(lineIndex / blockLines)
    const block = blocks[place]
    if (block !== undefined && lineIndex % blockLines < block.length) return block
    // A log of ten lines should not own room for 32,768.
    const size = place > 0 ? blockLines : Math.min(blockLines, Math.max(64, (block?.length ?? 0) * 2))
    const wider = new Uint8Array(size)
    if (block !== undefined) wider.set(block)
    blocks[place] = wider
    return wider
  }

  const summarise = (lineIndex: number, rank: number): void => {
    const place = Math.floor(lineIndex / summaryLines)
    if (place >= summaries.length) {
      const wider = new Uint8Array(summaries.length * 2)
      wider.set(summaries)
      summaries = wider
    }
    if (lineIndex % summaryLines === 0) summaries[place] = rank
    else summaries[place] = Math.max(summaries[place] ?? 0, rank)
  }

  const worstOfLines = (from: number, to: number): SeverityRank => {
    let worst = 0
    for (let line = from; line < to; line += 1) worst = Math.max(worst, at(line) & 7)
    return worst
  }

  const fits = (lineIndex: number, min: SeverityRank, flag: number): boolean => {
    const mark = at(lineIndex)
    return (mark & 7) >= min && (mark & flag) === flag
  }

  const findNext = (from: number, min: SeverityRank, flag: number): number => {
    for (let line = Math.max(0, from + 1); line < length; line += 1) {
      if (line % summaryLines === 0 && summaryOf(line) < min) line += summaryLines - 1
      else if (fits(line, min, flag)) return line
    }
    return -1
  }

  const findPrevious = (from: number, min: SeverityRank, flag: number): number => {
    for (let line = Math.min(from, length) - 1; line >= 0; line -= 1) {
      if (line % summaryLines === summaryLines - 1 && summaryOf(line) < min) line -= summaryLines - 1
      else if (fits(line, min, flag)) return line
    }
    return -1
  }

  return {
    get length() {
      return length
    },
    append(mark) {
      blockFor(length)[length % blockLines] = mark
      summarise(length, mark & 7)
      length += 1
    },
    at,
    set(lineIndex, mark) {
      const rankBefore = at(lineIndex) & 7
      blockFor(lineIndex)[lineIndex % blockLines] = mark
      const place = Math.floor(lineIndex / summaryLines)
      const start = place * summaryLines
      const worst = summaryOf(start)
      // Only what was the worst can take it along.
      const isLost = rankBefore === worst && (mark & 7) < worst
      summaries[place] = isLost
        ? worstOfLines(start, Math.min(length, start + summaryLines))
        : Math.max(worst, mark & 7)
    },
    worstBetween(from, to) {
      const start = Math.max(0, from)
      const end = Math.min(to, length)
      const firstWhole = Math.min(end, Math.ceil(start / summaryLines) * summaryLines)
      const lastWhole = Math.max(firstWhole, Math.floor(end / summaryLines) * summaryLines)
      let worst = Math.max(worstOfLines(start, firstWhole), worstOfLines(lastWhole, end))
      for (let line = firstWhole; line < lastWhole; line += summaryLines)
        worst = Math.max(worst, summaryOf(line))
      return worst
    },
    find(from, direction, min, flag) {
      return direction === 'next' ? findNext(from, min, flag) : findPrevious(from, min, flag)
    },
    dropLast() {
      if (length === 0) return
      length -= 1
      const start = length - (length % summaryLines)
      summaries[Math.floor(length / summaryLines)] = worstOfLines(start, length)
    },
    clear() {
      blocks = []
      summaries = new Uint8Array(64)
      length = 0
    },
  }
}
