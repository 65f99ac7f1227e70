import type { CopiedText, CopyOptions, TextRange } from '../copy/copy-options.ts'
import type { ViewOptions } from './view-options.ts'
import type { LinePlace, ViewRow } from './view-row.ts'

/** What is known of a laid-out log. The same object as long as nothing changed. */
export interface ViewSnapshot {
  /** Rows so far. They only grow at the end, unless `layout` changes. */
  readonly rowCount: number
  readonly lineCount: number
  readonly byteLength: number
  /** The newest version of the text has been received whole. */
  readonly complete: boolean
  /** How often a newer version contradicted what was here, instead of adding to it. */
  readonly revision: number
  /** Another number means: rows were laid out anew, old row indexes say nothing any more. */
  readonly layout: number
  /** Lines looked at so far to see whether they pass the filter, and how they wrap. */
  readonly laidOutLineCount: number
  /** Lines not shown, by reason. */
  readonly hiddenLineCounts: { readonly filter: number; readonly fold: number }
  /** The options these rows follow: those asked for last may still be on their way. */
  readonly options: ViewOptions
}

/** One reader's view of one log: its lines as rows. Lives in the page; the rows are made in the worker. */
export interface LogView {
  readonly documentId: string
  /** Null until anything of the log has arrived, and after it was dropped. */
  snapshot(): ViewSnapshot | null
  /** Calls after every change of the snapshot, and of rows already here. Answers how to stop. */
  subscribe(listener: () => void): () => void
  /** The row if it is on this side: what may be painted now. The same object as long as it shows the same. */
  peek(rowIndex: number): ViewRow | undefined
  /** Rows `first` to `last`, both included, cut to those there are. */
  rows(firstRowIndex: number, lastRowIndex: number): Promise<readonly ViewRow[]>
  /** Has rows brought to this side that nobody sees yet. A search is waited for, if it takes no more than a moment. */
  readAhead(firstRowIndex: number, lastRowIndex: number): Promise<void>
  /** So many rows at the end are to be on this side when the log has grown, while its end is looked at. */
  keepEnd(rowCount: number): void
  /**
   * Lays the log out anew. Answers the row that shows `anchor` then (or the gap it is hidden in), when that row and
   * some around it are on this side and the snapshot is the new one; null when later options came in between. The
   * old rows stay until then.
   */
  setOptions(options: ViewOptions, anchor: LinePlace): Promise<number | null>
  /** The row that shows a place, or the gap it is hidden in. Places after the end are at the last row. */
  rowOf(place: LinePlace): Promise<number>
  /** Matches and the worst severity of each of `bucketCount` equal parts of the rows, for a ruler. */
  overview(bucketCount: number): Promise<LogOverview>
  /**
   * Text of a range, or of all lines that are shown (`null`); gaps are left out. A copy that takes long tells which
   * share of its lines is done, 0 to 1. Rejects when it is aborted or fails.
   */
  copy(
    range: TextRange | null,
    options: CopyOptions,
    signal?: AbortSignal,
    onProgress?: (share: number) => void,
  ): Promise<CopiedText>
  close(): void
}

/** Per bucket: matches of the highlighted query, and the worst severity as 1 + its place in `severities`, 0 none. */
export interface LogOverview {
  readonly matchCounts: Uint32Array
  readonly severityRanks: Uint8Array
  /** How many of its lines are as bad as the worst, about: 255 for all. */
  readonly severityShares: Uint8Array
}
