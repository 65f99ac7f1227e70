import type { PieceCount } from './piece-matches.ts'

/** Lines per block of storage. */
const blockLines = 1024
/**
 * Lines per total, so that counts between far lines cost no more than between near ones. Few: a ruler asks for a
 * thousand of them while the search goes on.
 */
const totalLines = 64
/** What fits into the byte a line has; more is kept apart. */
const largestInByte = 255

/**
 * How many matches each line has, from the top down. A line costs a byte in blocks that have a match, and nothing
 * in the others. Lines beyond those added have none.
 */
export interface MatchCounts {
  readonly total: number
  /** Lines with at least one match. */
  readonly lineCount: number
  /** Adds the matches of a line of one piece; lines must come in order. */
  add(lineIndex: number, count: number): void
  /** Adds the matches of pieces of a line; they must come in order. */
  addPieces(lineIndex: number, pieces: readonly PieceCount[]): void
  /** Matches of the last pieces, which may still change. */
  setTail(lineIndex: number, pieces: readonly PieceCount[]): void
  /** Takes back what `setTail` entered: it is looked at again. */
  dropTail(): void
  hasMatch(lineIndex: number): boolean
  /** Matches in all lines before a line. */
  before(lineIndex: number): number
  /** What is known of a piece of a line. */
  inPiece(lineIndex: number, pieceIndex: number): Omit<PieceCount, 'pieceIndex'>
  /** Matches in all pieces of a line before one. */
  beforePiece(lineIndex: number, pieceIndex: number): number
  /** The nearest line with a match, `lineIndex` included; null when there is none. */
  lineFrom(lineIndex: number, direction: 'next' | 'previous'): number | null
  /** The nearest piece of a line with a match, `pieceIndex` included; null when there is none. */
  pieceFrom(lineIndex: number, pieceIndex: number, direction: 'next' | 'previous'): number | null
  clear(): void
}

interface Tail {
  readonly lineIndex: number
  readonly pieces: readonly PieceCount[]
  readonly count: number
}

const noTail: Tail = { lineIndex: -1, pieces: [], count: 0 }

export function createMatchCounts(): MatchCounts {
  const blocks: (Uint8Array | undefined)[] = []
  /** Matches before each `totalLines` lines that were begun. */
  const totals: number[] = [0]
  const large = new Map<number, number>()
  /** Of lines with a match after their first piece: matches by piece. */
  const byPiece = new Map<number, number[]>()
  /** Of these: units of pieces that belong to a match that began before. */
  const reaches = new Map<number, Map<number, number>>()
  let total = 0
  let lineCount = 0
  let tail = noTail

  const settledIn = (lineIndex: number): number => {
    const count = blocks[Math.floor(lineIndex / blockLines)]?.[lineIndex % blockLines] ?? 0
    return count === largestInByte ? (large.get(lineIndex) ?? count) : count
  }
  const countIn = (lineIndex: number): number =>
    settledIn(lineIndex) + (lineIndex === tail.lineIndex ? tail.count : 0)

  const beginTotals = (place: number): void => {
    while (totals.length <= place) totals.push(total)
  }

  const beginBlock = (block: number): Uint8Array => {
    const bytes = new Uint8Array(blockLines)
    blocks[block] = bytes
    return bytes
  }

  const put = (lineIndex: number, count: number): void => {
    const block = Math.floor(lineIndex / blockLines)
    const bytes = blocks[block] ?? beginBlock(block)
    bytes[lineIndex % blockLines] = Math.min(count, largestInByte)
    if (count >= largestInByte) large.set(lineIndex, count)
  }

  const addToPiece = (lineIndex: number, earlier: number, { pieceIndex, count, reach }: PieceCount): void => {
    const pieces = byPiece.get(lineIndex) ?? [earlier]
    byPiece.set(lineIndex, pieces)
    while (pieces.length <= pieceIndex) pieces.push(0)
    pieces[pieceIndex] = count
    if (reach === 0) return
    const known = reaches.get(lineIndex) ?? new Map<number, number>()
    reaches.set(lineIndex, known.set(pieceIndex, reach))
  }

  const piecesOf = (lineIndex: number): readonly number[] => {
    const known = byPiece.get(lineIndex) ?? [settledIn(lineIndex)]
    if (lineIndex !== tail.lineIndex) return known
    const pieces = [...known]
    for (const { pieceIndex, count } of tail.pieces) {
      while (pieces.length <= pieceIndex) pieces.push(0)
      pieces[pieceIndex] = (pieces[pieceIndex] ?? 0) + count
    }
    return pieces
  }

  const reachOf = (lineIndex: number, pieceIndex: number): number => {
    const settled = reaches.get(lineIndex)?.get(pieceIndex)
    if (settled !== undefined || lineIndex !== tail.lineIndex) return settled ?? 0
    return tail.pieces.find((piece) => piece.pieceIndex === pieceIndex)?.reach ?? 0
  }

  const addCount = (lineIndex: number, count: number, earlier: number): void => {
    if (count === 0) return
    const place = Math.floor(lineIndex / totalLines)
    if (place >= totals.length) beginTotals(place)
    put(lineIndex, earlier + count)
    total += count
    if (earlier === 0) lineCount += 1
  }

  const nextLine = (lineIndex: number): number | null => {
    for (let index = Math.max(0, lineIndex); index < blocks.length * blockLines; index += 1) {
      const block = blocks[Math.floor(index / blockLines)]
      if (block === undefined) index += blockLines - 1 - (index % blockLines)
      else if (block[index % blockLines] !== 0) return index
    }
    return tail.count > 0 && tail.lineIndex >= lineIndex ? tail.lineIndex : null
  }

  const previousLine = (lineIndex: number): number | null => {
    if (tail.count > 0 && tail.lineIndex <= lineIndex) return tail.lineIndex
    for (let index = Math.min(lineIndex, blocks.length * blockLines - 1); index >= 0; index -= 1) {
      const block = blocks[Math.floor(index / blockLines)]
      if (block === undefined) index -= index % blockLines
      else if (block[index % blockLines] !== 0) return index
    }
    return null
  }

  return {
    get total() {
      return total + tail.count
    },
    get lineCount() {
      return lineCount + (tail.count > 0 && settledIn(tail.lineIndex) === 0 ? 1 : 0)
    },
    add: (lineIndex, count) => addCount(lineIndex, count, 0),
    addPieces(lineIndex, pieces) {
      for (const piece of pieces) {
        const earlier = settledIn(lineIndex)
        if (piece.pieceIndex > 0) addToPiece(lineIndex, earlier, piece)
        addCount(lineIndex, piece.count, earlier)
      }
    },
    setTail(lineIndex, pieces) {
      const count = pieces.reduce((sum, piece) => sum + piece.count, 0)
      tail = pieces.length === 0 ? noTail : { lineIndex, pieces, count }
    },
    dropTail() {
      tail = noTail
    },
    hasMatch: (lineIndex) => countIn(lineIndex) > 0,
    before(lineIndex) {
      const place = Math.floor(lineIndex / totalLines)
      const open = tail.lineIndex < lineIndex ? tail.count : 0
      if (place >= totals.length) return total + open
      let count = totals[place] ?? 0
      for (let index = place * totalLines; index < lineIndex; index += 1) count += settledIn(index)
      return count + open
    },
    inPiece: (lineIndex, pieceIndex) => ({
      count: piecesOf(lineIndex)[pieceIndex] ?? 0,
      reach: reachOf(lineIndex, pieceIndex),
    }),
    beforePiece(lineIndex, pieceIndex) {
      return piecesOf(lineIndex)
        .slice(0, pieceIndex)
        .reduce((sum, count) => sum + count, 0)
    },
    lineFrom: (lineIndex, direction) =>
      direction === 'next' ? nextLine(lineIndex) : previousLine(lineIndex),
    pieceFrom(lineIndex, pieceIndex, direction) {
      const pieces = piecesOf(lineIndex)
      const step = direction === 'next' ? 1 : -1
      let index = Math.min(pieceIndex, direction === 'next' ? pieceIndex : pieces.length - 1)
      while (index >= 0 && index < pieces.length && pieces[index] === 0) index += step
      return index >= 0 && index < pieces.length ? index : null
    },
    clear() {
      blocks.length = 0
      totals.length = 1
      large.clear()
      byPiece.clear()
      reaches.clear()
      total = 0
      lineCount = 0
      tail = noTail
    },
  }
}
