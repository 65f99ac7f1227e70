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
  const order = orderOf(ranks, sort.descending)
  const sorted: TransferRow[] = []
  yield* eachInSlices(passing, (_, place) => {
    const row = passing[order(place)]
    if (row !== undefined) sorted.push(row)
  })
  return sorted
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

/** Values are many, different ones are few: those are sorted, and then the rows by whole numbers. */
function* ranksOf(
  rows: readonly TransferRow[],
  readValue: (row: TransferRow) => SortValue,
): SlicedWork<Ranks> {
  const numbers = new Set<number>()
  const texts = new Set<string>()
  yield* eachInSlices(rows, (row) => {
    const value = readValue(row)
    if (typeof value === 'number') numbers.add(value)
    else if (value !== null) texts.add(value)
  })
  const byValue = new Map<SortValue, number>()
  const rank = (value: SortValue, index: number) => void byValue.set(value, index)
  if (numbers.size > 0) yield* eachInSlices([...Float64Array.from(numbers).sort()], rank)
  else yield* eachInSlices(yield* sortTexts([...texts]), rank)
  const known = byValue.size
  const ranks = new Uint32Array(rows.length)
  yield* eachInSlices(rows, (row, index) => {
    ranks[index] = byValue.get(readValue(row)) ?? known
  })
  return { ranks, known }
}

/** The place in `ranks` of the row that comes at a place of the order. */
function orderOf({ ranks, known }: Ranks, descending: boolean): (place: number) => number {
  const count = ranks.length
  // Rank and place in one number: sorting numbers natively takes a tenth of comparing rows.
  const keys = new Float64Array(count)
  for (let index = 0; index < count; index += 1) {
    const rank = ranks[index] ?? known
    keys[index] = (descending && rank < known ? known - 1 - rank : rank) * count + index
  }
  keys.sort()
  return (place) => (keys[place] ?? 0) % count
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
