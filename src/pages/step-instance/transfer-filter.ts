import { isTransferFailed } from '#contract'
import { eachInSlices, type SlicedWork } from './slices.ts'
import { type TransferRow, touchesHost } from './transfer-row.ts'
import { readHostsAsked, readTransferText, touchesAnyOf } from './transfer-text.ts'
import type { TransferTexts } from './transfer-texts.ts'
import type { TransferChoice } from './url.ts'

/** What is shown of a step's transfers. */
export interface TransferFilter extends Pick<TransferChoice, 'from' | 'to' | 'file' | 'reason'> {
  /** Parts of paths, hosts or logs, and hosts (transfer-text.ts). */
  readonly text: string
  /** Only transfers from or to these, as a list of hosts is written; `''` for all. */
  readonly hosts: string
  /** `''` all, `failed`, `none` for those without one, or a status code. */
  readonly status: string
  /** Only transfers from or to this host. */
  readonly host: string | null
}

/** As `from` or `to`: those of no host, as a file from a third-party source has none to come from. */
export const noEnd = 'none'

/** Everything is shown. */
export const noTransferFilter: TransferFilter = {
  text: '',
  hosts: '',
  status: '',
  host: null,
  from: '',
  to: '',
  file: '',
  reason: '',
}

/** What the filter cannot see in a row. */
export interface FilterKnowledge {
  /** Says whether a log holds a word of the filter's text, as far as it has been searched. */
  readonly inLog: (documentId: string, word: string) => boolean
  /** Key of a failed row's reason, undefined until its log has been read. */
  readonly reasonOf: (row: TransferRow) => string | undefined
}

/** Nothing is known of any log. */
export const noKnowledge: FilterKnowledge = { inLog: () => false, reasonOf: () => undefined }

/** Indexes of the rows that pass, in their order; `null` when nothing is filtered. */
export function* filterTransfers(
  table: FilteredTable,
  filter: TransferFilter,
  knowledge: FilterKnowledge,
): SlicedWork<Uint32Array | null> {
  const rowTests = rowTestsOf(filter, knowledge)
  const { hosts, words } = readTransferText(filter.text)
  if (hosts.length > 0) rowTests.push(touchesAnyOf(hosts))
  if (rowTests.length === 0 && words.length === 0) return null
  const { rows, texts } = table
  const wordTests: WordTest[] = []
  for (const word of words) wordTests.push({ word, inFields: yield* textTest(texts, word) })
  const passing = new Uint32Array(rows.length)
  let count = 0
  yield* eachInSlices(
    rows,
    (row, index) => {
      for (const test of rowTests) if (!test(row)) return
      for (const { word, inFields } of wordTests) {
        if (!inFields(index) && !knowledge.inLog(row.documentId, word)) return
      }
      passing[count] = index
      count += 1
    },
    rowsPerPiece,
  )
  return passing.subarray(0, count)
}

interface WordTest {
  readonly word: string
  readonly inFields: (rowIndex: number) => boolean
}

/** A row costs a few look-ups: so many are done in a millisecond. */
const rowsPerPiece = 5_000

/** What is looked at of a table. */
export interface FilteredTable {
  readonly rows: readonly TransferRow[]
  readonly texts: TransferTexts
}

/** Only the tests the filter asks for: each runs 100,000 times. */
function rowTestsOf(
  { status, host, hosts, from, to, file, reason }: TransferFilter,
  { reasonOf }: FilterKnowledge,
): ((row: TransferRow) => boolean)[] {
  const tests: ((row: TransferRow) => boolean)[] = []
  const onlyHosts = readHostsAsked(hosts)
  if (onlyHosts !== null) tests.push(touchesAnyOf(onlyHosts))
  if (status !== '') tests.push(statusTest(status))
  if (from !== '') tests.push((row) => (row.sourceKey || noEnd) === from)
  if (to !== '') tests.push((row) => row.direction === 'download' && (row.destinationKey || noEnd) === to)
  if (file !== '') tests.push((row) => row.sourcePath === file)
  if (host !== null) tests.push((row) => touchesHost(row, host))
  if (reason !== '') tests.push((row) => isTransferFailed(row.status) && reasonOf(row) === reason)
  return tests
}

/** Looks into every different text once; a row is then told by its numbers. */
function* textTest(
  { texts, columns }: TransferTexts,
  text: string,
): SlicedWork<(rowIndex: number) => boolean> {
  const holds = new Uint8Array(texts.length)
  yield* eachInSlices(texts, (one, index) => {
    if (one.toLowerCase().includes(text)) holds[index] = 1
  })
  const { sourceHost, sourcePath, destinationHost, destinationPath } = columns
  return (rowIndex) =>
    holds[sourcePath[rowIndex] ?? 0] === 1 ||
    holds[destinationPath[rowIndex] ?? 0] === 1 ||
    holds[sourceHost[rowIndex] ?? 0] === 1 ||
    holds[destinationHost[rowIndex] ?? 0] === 1
}

function statusTest(status: string): (row: TransferRow) => boolean {
  const code = status === 'none' ? null : Number(status)
  return status === 'failed' ? (row) => isTransferFailed(row.status) : (row) => row.status === code
}
