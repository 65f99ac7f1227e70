import { transferTone } from '#contract'
import { eachInSlices, type SlicedWork } from './slices.ts'
import { type TransferRow, touchesHost } from './transfer-row.ts'
import type { TransferChoice } from './transfer-url.ts'

/** What is shown of a step's transfers. */
export interface TransferFilter extends Pick<TransferChoice, 'from' | 'to' | 'file' | 'reason'> {
  /** Part of a path, a host or a log. */
  readonly text: string
  /** `''` all, `failed`, or a status code. */
  readonly status: string
  /** Only transfers from or to this host. */
  readonly host: string | null
}

/** Everything is shown. */
export const noTransferFilter: TransferFilter = {
  text: '',
  status: '',
  host: null,
  from: '',
  to: '',
  file: '',
  reason: '',
}

/** What the filter cannot see in a row. */
export interface FilterKnowledge {
  /** Says whether a log holds the text of the filter, as far as it has been searched. */
  readonly inLog: (documentId: string) => boolean
  /** Key of a failed row's reason, undefined until its log has been read. */
  readonly reasonOf: (row: TransferRow) => string | undefined
}

/** Nothing is known of any log. */
export const noKnowledge: FilterKnowledge = { inLog: () => false, reasonOf: () => undefined }

/** The rows that pass, in the same order; the same array when nothing is filtered. */
export function* filterTransfers(
  rows: readonly TransferRow[],
  filter: TransferFilter,
  knowledge: FilterKnowledge,
): SlicedWork<readonly TransferRow[]> {
  const tests = testsOf(filter, knowledge)
  if (tests.length === 0) return rows
  const passing: TransferRow[] = []
  yield* eachInSlices(rows, (row) => {
    for (const test of tests) if (!test(row)) return
    passing.push(row)
  })
  return passing
}

type Test = (row: TransferRow) => boolean

/** Only the tests the filter asks for: each runs 100,000 times. */
function testsOf(filter: TransferFilter, { inLog, reasonOf }: FilterKnowledge): readonly Test[] {
  const { status, host, from, to, file, reason } = filter
  const text = filter.text.trim().toLowerCase()
  const tests: Test[] = []
  if (status !== '') tests.push(statusTest(status))
  if (from !== '') tests.push((row) => row.sourceKey === from)
  if (to !== '') tests.push((row) => row.destinationKey === to)
  if (file !== '') tests.push((row) => row.sourcePath === file)
  if (host !== null) tests.push((row) => touchesHost(row, host))
  if (reason !== '') tests.push((row) => isTransferFailed(row.status) && reasonOf(row) === reason)
  if (text !== '') tests.push(textTest(text, inLog))
  return tests
}

/**
 * Different hosts and paths are few, rows many: each text is looked into once. Equal texts of a table are one string
 * (`transfer-table-maker.ts`), so that finding its answer compares no letters.
 */
function textTest(text: string, inLog: FilterKnowledge['inLog']): Test {
  const answers = new Map<string, boolean>()
  const holds = (field: string): boolean => {
    const known = answers.get(field)
    if (known !== undefined) return known
    const answer = field.toLowerCase().includes(text)
    answers.set(field, answer)
    return answer
  }
  return (row) =>
    holds(row.sourcePath) ||
    holds(row.destinationPath) ||
    holds(row.sourceHost) ||
    holds(row.destinationHost) ||
    inLog(row.documentId)
}

function statusTest(status: string): Test {
  const code = Number(status)
  return status === 'failed' ? (row) => isTransferFailed(row.status) : (row) => row.status === code
}

/** True when a transfer ended without the file arriving. An unknown code counts: it deserves a look. */
export function isTransferFailed(status: number): boolean {
  const tone = transferTone(status)
  return tone === 'bad' || tone === 'odd'
}
