import type { LinePlace } from '../view/view-row.ts'
import type { PiecePlace } from './long-lines.ts'
import type { MatchCounts } from './match-counts.ts'
import type { FoundMatch } from './search-state.ts'
import type { TextMatch } from './text-match.ts'

/** What a search knows, for those who look for one match of it. */
export interface Findable {
  readonly counts: MatchCounts
  /** Nothing more will be counted before the log grows. */
  isDone(): boolean
  isScanned(lineIndex: number): boolean
  /** Resolves when more has been counted, or the search was closed. */
  progress(): Promise<void>
  isClosed(): boolean
  /** Matches that begin in one piece. */
  matchesAt(place: PiecePlace): Promise<readonly TextMatch[]>
}

type Direction = 'next' | 'previous'

const top: LinePlace = { lineIndex: 0, pieceIndex: 0, offset: 0 }
const end = Number.POSITIVE_INFINITY
const bottom: LinePlace = { lineIndex: end, pieceIndex: end, offset: end }

/** The nearest match from a place on, around the end if need be. Waits for the search as far as it has to. */
export async function findMatch(
  search: Findable,
  from: LinePlace,
  direction: Direction,
): Promise<FoundMatch | null> {
  const match = await findStraight(search, from, direction)
  if (match !== null || search.isClosed()) return match
  const wrapped = await findStraight(search, direction === 'next' ? top : bottom, direction)
  return wrapped === null ? null : { ...wrapped, hasWrapped: true }
}

async function findStraight(
  search: Findable,
  from: LinePlace,
  direction: Direction,
): Promise<FoundMatch | null> {
  for (let place: LinePlace | null = from; place !== null; ) {
    const piece: LinePlace | null = await pieceFrom(search, place, direction)
    if (piece === null) return null
    const match = await matchIn(search, piece, direction)
    if (match !== null) return match
    place = afterPiece(piece, direction)
  }
  return null
}

/** The nearest piece that has a match: `from` itself, its offset kept, or a later one, from its beginning. */
async function pieceFrom(search: Findable, from: LinePlace, direction: Direction): Promise<LinePlace | null> {
  const { counts } = search
  // A match before needs everything before to be known; a match after may be found early.
  while (!search.isScanned(from.lineIndex) && !search.isClosed()) await search.progress()
  const piece = counts.pieceFrom(from.lineIndex, from.pieceIndex, direction)
  if (piece !== null) return piece === from.pieceIndex ? from : enter(from.lineIndex, piece, direction)
  const beside = from.lineIndex + (direction === 'next' ? 1 : -1)
  let line = counts.lineFrom(beside, direction)
  while (line === null && direction === 'next' && !search.isDone() && !search.isClosed()) {
    await search.progress()
    line = counts.lineFrom(beside, direction)
  }
  if (line === null) return null
  const first = counts.pieceFrom(line, direction === 'next' ? 0 : end, direction)
  return first === null ? null : enter(line, first, direction)
}

function enter(lineIndex: number, pieceIndex: number, direction: Direction): LinePlace {
  return { lineIndex, pieceIndex, offset: direction === 'next' ? 0 : end }
}

function afterPiece({ lineIndex, pieceIndex }: LinePlace, direction: Direction): LinePlace {
  if (direction === 'next') return enter(lineIndex, pieceIndex + 1, direction)
  return pieceIndex > 0 ? enter(lineIndex, pieceIndex - 1, direction) : enter(lineIndex - 1, end, direction)
}

async function matchIn(search: Findable, place: LinePlace, direction: Direction): Promise<FoundMatch | null> {
  const { lineIndex, pieceIndex } = place
  const matches = await search.matchesAt(place)
  const index =
    direction === 'next'
      ? matches.findIndex(({ offset }) => offset >= place.offset)
      : matches.findLastIndex(({ offset }) => offset < place.offset)
  const match = matches[index]
  if (match === undefined) return null
  const { counts } = search
  const number = counts.before(lineIndex) + counts.beforePiece(lineIndex, pieceIndex) + index + 1
  return { lineIndex, pieceIndex, ...match, number, hasWrapped: false }
}
