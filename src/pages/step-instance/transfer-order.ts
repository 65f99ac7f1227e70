import { eachInSlices, type SlicedWork, sortInSlices } from './slices.ts'
import {
  type FilteredTable,
  type FilterKnowledge,
  filterTransfers,
  type TransferFilter,
} from './transfer-filter.ts'
import type { TransferRow } from './transfer-row.ts'
import { type TextField, type TransferTexts, textFields } from './transfer-texts.ts'
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
  table: FilteredTable,
  question: TransferQuestion,
): SlicedWork<readonly TransferRow[]> {
  const { filter, knowledge, sort } = question
  const { rows } = table
  const passing = yield* filterTransfers(table, filter, knowledge)
  if (sort === null) return passing === null ? rows : rowsAt(rows, passing)
  const ranks = yield* keptRanksOf(table, sort.columnId, question)
  return rowsAt(rows, inOrder(passing ?? allOf(rows), ranks, sort.descending))
}

type SortValue = string | number | null

/** Columns that are sorted by something else than a text of few kinds. */
type ValueColumn = Exclude<TransferColumn, TextField>

function sortValueOf(columnId: ValueColumn, { messageOf }: TransferQuestion) {
  const values: Readonly<Record<ValueColumn, (row: TransferRow) => SortValue>> = {
    direction: (row) => (row.direction === 'upload' ? 0 : 1),
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

/** Ranks of the same rows are found once: another filter or direction costs nothing more. Messages are still being read. */
function* keptRanksOf(
  { rows, texts }: FilteredTable,
  columnId: TransferColumn,
  question: TransferQuestion,
): SlicedWork<Ranks> {
  const kept = keptRanks.get(rows) ?? new Map<TransferColumn, Ranks>()
  keptRanks.set(rows, kept)
  const known = columnId === 'message' ? undefined : kept.get(columnId)
  if (known !== undefined) return known
  const ranks = isTextField(columnId)
    ? yield* ranksOfTexts(texts, columnId)
    : yield* ranksOf(rows, sortValueOf(columnId, question))
  kept.set(columnId, ranks)
  return ranks
}

function isTextField(columnId: TransferColumn): columnId is TextField {
  return textFields.some((field) => field === columnId)
}

/** Only the texts of the column are sorted; a row then has the rank of its text. */
function* ranksOfTexts({ texts, columns }: TransferTexts, field: TextField): SlicedWork<Ranks> {
  const column = columns[field]
  const used = new Uint8Array(texts.length)
  for (const index of column) used[index] = 1
  yield
  const sorted = yield* sortTexts(texts.filter((text, index) => used[index] === 1 && text !== ''))
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]))
  const known = sorted.length
  const rankOfText = Uint32Array.from(texts, (text) => rankOf.get(text) ?? known)
  yield
  const ranks = new Uint32Array(column.length)
  for (let row = 0; row < ranks.length; row += 1) ranks[row] = rankOfText[column[row] ?? 0] ?? known
  return { ranks, known }
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

function allOf(rows: readonly TransferRow[]): Uint32Array {
  const all = new Uint32Array(rows.length)
  for (let index = 0; index < all.length; index += 1) all[index] = index
  return all
}

/** These indexes by rank. They are dealt out, so equal ones stay as they stood. */
function inOrder(indexes: Uint32Array, { ranks, known }: Ranks, descending: boolean): Uint32Array {
  const turned = (rank: number): number => (descending && rank < known ? known - 1 - rank : rank)
  const starts = new Uint32Array(known + 2)
  for (const index of indexes) {
    const next = turned(ranks[index] ?? known) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let rank = 1; rank < starts.length; rank += 1) {
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
  }
  const ordered = new Uint32Array(indexes.length)
  for (const index of indexes) {
    const rank = turned(ranks[index] ?? known)
    const place = starts[rank] ?? 0
    ordered[place] = index
    starts[rank] = place + 1
  }
  return ordered
}

function rowsAt(rows: readonly TransferRow[], indexes: Uint32Array): readonly TransferRow[] {
  const found = new Array<TransferRow>(indexes.length)
  for (let place = 0; place < indexes.length; place += 1) {
    found[place] = rows[indexes[place] as number] as TransferRow
  }
  return found
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
