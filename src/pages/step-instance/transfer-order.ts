import { eachInSlices, type SlicedWork, sortInSlices } from './slices.ts'
import { type FilterKnowledge, filterTransfers, type TransferFilter } from './transfer-filter.ts'
import type { TransferRow } from './transfer-row.ts'
import type { TransferColumn } from './url.ts'

/** Which rows, in which order. */
export interface TransferQuestion {
  readonly filter: TransferFilter
  readonly knowledge: FilterKnowledge
  readonly sort: { readonly columnId: TransferColumn; readonly descending: boolean } | null
  /** Last message of a row as far as it has been read; `''` for none. For sorting by it. */
  readonly messageOf: (row: TransferRow) => string
}

/** The rows that pass, sorted; equal ones as they stood. What nobody knows goes last, in both directions. */
export function* arrangeTransfers(
  rows: readonly TransferRow[],
  question: TransferQuestion,
): SlicedWork<readonly TransferRow[]> {
  const { filter, knowledge, sort } = question
  const passing = yield* filterTransfers(rows, filter, knowledge)
  if (sort === null || passing.length < 2) return passing
  const ranks = yield* keptRanksOf(passing, sort.columnId, question)
  const places = placesOf(ranks, sort.descending)
  yield
  return inOrder(passing, places)
}

type SortValue = string | number | null

function sortValueOf(columnId: TransferColumn, { messageOf }: TransferQuestion) {
  const values: Readonly<Record<TransferColumn, (row: TransferRow) => SortValue>> = {
    direction: (row) => (row.direction === 'upload' ? 0 : 1),
    sourceHost: (row) => row.sourceHost || null,
    sourcePath: (row) => row.sourcePath || null,
    destinationHost: (row) => row.destinationHost || null,
    destinationPath: (row) => row.destinationPath || null,
    size: (row) => row.sizeBytes,
    speed: (row) => row.speedBytesPerSecond,
    progress: (row) => row.progressShare,
    // Codes are in order of progress, with failed last.
    status: (row) => row.status,
    message: (row) => messageOf(row) || null,
  }
  return values[columnId]
}

/** Ranks of rows, and how many there are; a row of which nothing is known has the last. */
interface Ranks {
  readonly ranks: Uint32Array
  readonly known: number
}

const keptRanks = new WeakMap<readonly TransferRow[], Map<TransferColumn, Ranks>>()

/** Ranks of the same rows are found once: turning the order round costs nothing. Messages are still being read. */
function* keptRanksOf(
  rows: readonly TransferRow[],
  columnId: TransferColumn,
  question: TransferQuestion,
): SlicedWork<Ranks> {
  const kept = keptRanks.get(rows) ?? new Map<TransferColumn, Ranks>()
  keptRanks.set(rows, kept)
  const known = columnId === 'message' ? undefined : kept.get(columnId)
  if (known !== undefined) return known
  const ranks = yield* ranksOf(rows, sortValueOf(columnId, question))
  kept.set(columnId, ranks)
  return ranks
}

/** Values are many, different ones are few: those are numbered as they are met, then sorted. */
function* ranksOf(
  rows: readonly TransferRow[],
  readValue: (row: TransferRow) => SortValue,
): SlicedWork<Ranks> {
  const numbers = new Map<string | number, number>()
  const values: (string | number)[] = []
  const numberOf = (value: string | number): number => {
    const met = numbers.get(value)
    if (met !== undefined) return met
    numbers.set(value, values.length)
    return values.push(value) - 1
  }
  const ranks = new Uint32Array(rows.length)
  const unknown = rows.length
  yield* eachInSlices(rows, (row, index) => {
    const value = readValue(row)
    ranks[index] = value === null ? unknown : numberOf(value)
  })
  const rankOfNumber = yield* rankValues(values)
  yield
  const known = values.length
  for (let index = 0; index < ranks.length; index += 1) {
    const number = ranks[index] ?? unknown
    ranks[index] = number === unknown ? known : (rankOfNumber[number] ?? known)
  }
  return { ranks, known }
}

/** The rank of each of these different values, which are all numbers or all texts. */
function* rankValues(values: readonly (string | number)[]): SlicedWork<Uint32Array> {
  const texts = values.filter((value) => typeof value === 'string')
  const sorted = texts.length > 0 ? yield* sortTexts(texts) : Float64Array.from(values as number[]).sort()
  const ranks = new Map<string | number, number>()
  for (const value of sorted) ranks.set(value, ranks.size)
  yield
  return Uint32Array.from(values, (value) => ranks.get(value) ?? 0)
}

/** Which row comes at each place: rows are dealt out by rank, so equal ones stay as they stood. */
function placesOf({ ranks, known }: Ranks, descending: boolean): Uint32Array {
  const turned = (rank: number): number => (descending && rank < known ? known - 1 - rank : rank)
  const starts = new Uint32Array(known + 2)
  for (const rank of ranks) starts[turned(rank) + 1] = (starts[turned(rank) + 1] ?? 0) + 1
  for (let rank = 1; rank < starts.length; rank += 1) {
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
  }
  const places = new Uint32Array(ranks.length)
  for (let index = 0; index < ranks.length; index += 1) {
    const rank = turned(ranks[index] ?? known)
    const place = starts[rank] ?? 0
    places[place] = index
    starts[rank] = place + 1
  }
  return places
}

function inOrder(rows: readonly TransferRow[], places: Uint32Array): readonly TransferRow[] {
  const sorted: TransferRow[] = []
  for (const index of places) {
    const row = rows[index]
    if (row !== undefined) sorted.push(row)
  }
  return sorted
}

/** Texts in natural order: "10.0.0.9" before "10.0.0.10", upper case as lower case. */
export function* sortTexts(texts: readonly string[]): SlicedWork<readonly string[]> {
  const keyed: { readonly text: string; readonly key: string }[] = []
  yield* eachInSlices(texts, (text) => keyed.push({ text, key: naturalKey(text) }))
  const sorted = yield* sortInSlices(keyed, (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return sorted.map(({ text }) => text)
}

/** Puts the count of digits in front of a number, so that comparing text compares the numbers. */
function naturalKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '')
    return String.fromCharCode(47 + Math.min(number.length, 70)) + number
  })
}
