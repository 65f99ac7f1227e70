import { transferTone } from '#contract'
import { eachInSlices, type SlicedWork } from './slices.ts'
import { isTransferFailed } from './transfer-filter.ts'
import { rowOfEntry, type TransferEntry, type TransferRow } from './transfer-row.ts'

/** How many transfers have a status. */
export interface StatusTally {
  readonly status: number
  readonly count: number
}

/** Figures of all transfers together. Bytes are those of downloads: an upload is the same file leaving. */
export interface TransferFigures {
  readonly count: number
  readonly downloads: number
  readonly totalBytes: number
  /** Downloads whose size nobody reported. */
  readonly unsized: number
  /** Under way now, and the sum of their speeds. */
  readonly moving: number
  readonly movingBytesPerSecond: number
  /** What finished downloads reported on average, each weighed by its size; `null` when none did. */
  readonly meanBytesPerSecond: number | null
  /** The finished download with the lowest speed. */
  readonly slowest: TransferRow | null
}

/** All transfers of a step, and what is known of them without looking into any log. */
export interface TransferTable {
  /** Failed ones first, otherwise as they came: what people look for is on top before they sort anything. */
  readonly rows: readonly TransferRow[]
  /** Failed statuses first, then by code. */
  readonly counts: readonly StatusTally[]
  readonly figures: TransferFigures
  /** Uploads by {@link legKey}. */
  readonly uploads: ReadonlyMap<string, TransferRow>
  /** Keys of the sources downloads name. */
  readonly sourceKeys: ReadonlySet<string>
  /** Hosts under which upstream listed any of them. */
  readonly hostCount: number
}

/** The table of what a log session holds. */
export function* tableOfEntries(entries: readonly TransferEntry[]): SlicedWork<TransferTable> {
  const rows: TransferRow[] = []
  yield* eachInSlices(entries, (entry) => rows.push(rowOfEntry(entry)))
  return yield* tableOfRows(rows)
}

/** The table of rows in any order. */
export function* tableOfRows(rows: readonly TransferRow[]): SlicedWork<TransferTable> {
  const failed: TransferRow[] = []
  const others: TransferRow[] = []
  const counts = new Map<number, number>()
  const uploads = new Map<string, TransferRow>()
  const sourceKeys = new Set<string>()
  const hostKeys = new Set<string>()
  const figures = createFigures()
  yield* eachInSlices(rows, (row) => {
    if (isTransferFailed(row.status)) failed.push(row)
    else others.push(row)
    counts.set(row.status, (counts.get(row.status) ?? 0) + 1)
    if (row.direction === 'upload') uploads.set(legKey(row), row)
    else if (row.sourceKey !== '') sourceKeys.add(row.sourceKey)
    hostKeys.add(row.hostKey)
    figures.add(row)
  })
  return {
    rows: failed.length === 0 ? rows : failed.concat(others),
    counts: talliesOf(counts),
    figures: figures.result(),
    uploads,
    sourceKeys,
    hostCount: hostKeys.size,
  }
}

/** Names the file of a source: an upload and the downloads it feeds have the same. */
export function legKey({ sourceKey, sourcePath }: TransferRow): string {
  return `${sourceKey}\n${sourcePath}`
}

/** Tallies in the order of the chips: failed statuses first, then by code. */
export function talliesOf(counts: ReadonlyMap<number, number>): readonly StatusTally[] {
  const rank = (status: number) => (isTransferFailed(status) ? 0 : 1)
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .sort((a, b) => rank(a.status) - rank(b.status) || a.status - b.status)
}

function createFigures() {
  let [count, downloads, totalBytes, unsized, moving, movingBytesPerSecond] = [0, 0, 0, 0, 0, 0]
  let [measuredBytes, measuredSeconds] = [0, 0]
  let slowest: TransferRow | null = null
  const addFinished = (row: TransferRow, bytes: number, speed: number) => {
    measuredBytes += bytes
    measuredSeconds += bytes / speed
    if (speed < (slowest?.speedBytesPerSecond ?? Number.POSITIVE_INFINITY)) slowest = row
  }
  return {
    add(row: TransferRow): void {
      const { direction, status, sizeBytes, speedBytesPerSecond: speed } = row
      count += 1
      if (direction === 'upload') return
      downloads += 1
      totalBytes += sizeBytes ?? 0
      if (sizeBytes === null) unsized += 1
      // A failed transfer keeps the speed of its last report (bk-job B.6): only its status can be believed.
      if (transferTone(status) === 'busy') {
        moving += 1
        movingBytesPerSecond += speed ?? 0
      } else if (transferTone(status) === 'good' && speed !== null && speed > 0) {
        addFinished(row, sizeBytes ?? 0, speed)
      }
    },
    result: (): TransferFigures => ({
      ...{ count, downloads, totalBytes, unsized, moving, movingBytesPerSecond, slowest },
      meanBytesPerSecond: measuredSeconds > 0 ? measuredBytes / measuredSeconds : null,
    }),
  }
}
