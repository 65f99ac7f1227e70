import { type TextMatch, type TextPattern, visitMatches } from './text-match.ts'

/** Neighbouring pieces of a line as one text. Piece `n` is from `starts[n]` to before `starts[n + 1]`. */
export interface JoinedPieces {
  readonly text: string
  readonly starts: readonly number[]
}

/** How many matches begin in a piece, and how many of its first units belong to a match that began before it. */
export interface PieceCount {
  readonly pieceIndex: number
  readonly count: number
  readonly reach: number
}

export interface PieceCounts {
  /** Pieces with a match or a part of one, in order. */
  readonly counts: readonly PieceCount[]
  /** Units after the last piece looked through that belong to a match that began before. */
  readonly taken: number
}

export function joinPieces(texts: readonly string[]): JoinedPieces {
  const starts = [0]
  let end = 0
  for (const text of texts) {
    end += text.length
    starts.push(end)
  }
  return { text: texts.join(''), starts }
}

/** Counts matches that begin in pieces `from` to before `to`; `taken` units of the first belong to an earlier one. */
export function countInPieces(
  pattern: TextPattern,
  { text, starts }: JoinedPieces,
  [from, to]: readonly [from: number, to: number],
  taken: number,
): PieceCounts {
  const counts = new Uint32Array(to - from)
  const reaches = new Uint32Array(to - from)
  const startOf = (piece: number): number => starts[piece] ?? text.length
  const end = startOf(to)
  let piece = from
  /** A match that began in `piece`, or before all, ends there. */
  const reach = (first: number, matchEnd: number): void => {
    for (let at = first; at < to && startOf(at) < matchEnd; at += 1)
      reaches[at - from] = Math.min(matchEnd, startOf(at + 1)) - startOf(at)
  }
  let matchedTo = startOf(from) + taken
  reach(from, matchedTo)
  visitMatches(
    pattern,
    text,
    (offset, length) => {
      if (offset >= end) return false
      while (startOf(piece + 1) <= offset) piece += 1
      counts[piece - from] = (counts[piece - from] ?? 0) + 1
      matchedTo = offset + length
      reach(piece + 1, matchedTo)
      return true
    },
    matchedTo,
  )
  const found: PieceCount[] = []
  counts.forEach((count, index) => {
    const reached = reaches[index] ?? 0
    if (count > 0 || reached > 0) found.push({ pieceIndex: from + index, count, reach: reached })
  })
  return { counts: found, taken: Math.max(0, matchedTo - end) }
}

/** Where matches begin in one piece, and how long they are, even beyond it; `reach` as in `PieceCount`. */
export function findInPiece(
  pattern: TextPattern,
  { text, starts }: JoinedPieces,
  piece: number,
  reach: number,
): readonly TextMatch[] {
  const start = starts[piece] ?? text.length
  const end = starts[piece + 1] ?? text.length
  const found: TextMatch[] = []
  visitMatches(
    pattern,
    text,
    (offset, length) => {
      if (offset >= end) return false
      found.push({ offset: offset - start, length })
      return true
    },
    start + reach,
  )
  return found
}
