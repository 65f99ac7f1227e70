import { transferTone } from '#contract'
import type { TransferRow } from './transfer-row.ts'
import type { TransferTexts } from './transfer-texts.ts'

/** How many transfers have a status. */
export interface StatusTally {
  readonly status: number | null
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

/** Columns in which nothing may stand, whatever is transferred. */
export const maybeEmpty = [
  'destinationHost',
  'destinationPath',
  'size',
  'speed',
  'progress',
  'message',
] as const
export type MaybeEmpty = (typeof maybeEmpty)[number]

/** All transfers of a step, and what is known of them without looking into any log. */
export interface TransferTable {
  /** Failed ones first, then those of unknown status, otherwise as they came: what people look for is on top before they sort anything. */
  readonly rows: readonly TransferRow[]
  /** Of these rows. */
  readonly texts: TransferTexts
  /** Failed statuses first, then unknown ones, then by code. */
  readonly counts: readonly StatusTally[]
  readonly figures: TransferFigures
  /** Uploads by {@link legKey}. */
  readonly uploads: ReadonlyMap<string, TransferRow>
  /** Keys of the sources downloads name. */
  readonly sourceKeys: ReadonlySet<string>
  /** Of the columns that may be empty those in which something stands. */
  readonly reported: ReadonlySet<MaybeEmpty>
  /** Hosts under which upstream listed any of them. */
  readonly hostCount: number
}

/** Names the file of a source: an upload and the downloads it feeds have the same. */
export function legKey({ sourceKey, sourcePath }: TransferRow): string {
  return `${sourceKey}\n${sourcePath}`
}

/** What people look for comes first: 0 failed, 1 of no status or an unknown one, 2 the others. */
export function transferRank(status: number | null): 0 | 1 | 2 {
  const tone = transferTone(status)
  return tone === 'bad' ? 0 : tone === 'odd' ? 1 : 2
}

/** Tallies in the order of the chips: failed statuses first, then unknown ones, then by code. */
export function talliesOf(counts: ReadonlyMap<number | null, number>): readonly StatusTally[] {
  return [...counts]
    .map(([status, count]) => ({ status, count }))
    .sort((a, b) => transferRank(a.status) - transferRank(b.status) || (a.status ?? -1) - (b.status ?? -1))
}
