import type { CopiedText, CopyOptions, TextRange } from './copy/copy-options.ts'
import type { PackedGrowth } from './growth-notice.ts'
import type { LogLine } from './log-document.ts'
import type { MeaningState, Severity } from './meaning/line-meaning.ts'
import type { ManyFound } from './search/search-many.ts'
import type { SearchQuery } from './search/search-query.ts'
import type { FoundMatch, SearchState } from './search/search-state.ts'
import type { LogOverview, ViewSnapshot } from './view/log-view.ts'
import type { RowRun } from './view/row-run.ts'
import type { ViewOptions } from './view/view-options.ts'
import type { LinePlace } from './view/view-row.ts'

/*
 * What the page and the log worker say to each other. Both ends are ours and ship together, so messages are
 * typed and not parsed. Text crosses only as the few lines somebody looks at (docs/architecture.md).
 */

/** Where the line of a link is now. */
export interface FoundLine {
  readonly lineIndex: number
  /** False: it reads the same, but other lines stand above it. */
  readonly isSure: boolean
}

/** Either end of the conversation: a `Worker`, a worker's own `self`, or a `MessagePort`. */
export interface FramePort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  /** Ports (not workers) hold messages back until started. */
  start?(): void
}

/**
 * A frame stream to read. `url` is absolute, or starts with `/`: a worker resolves relative addresses against
 * its own script, not against the page. Texts are kept under `collection`; a key seen again in the same
 * collection is the newer version of the same text.
 */
export interface OpenRequest {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly collection: string
  /**
   * Name the collection's texts in the body's `have`, so that only what follows them is sent. The body is a JSON
   * object; a GET becomes a POST when there is something to name.
   */
  readonly continues?: boolean
}

/**
 * How a stream ended. `complete`: the `end` frame came. `truncated`: the connection ended without it.
 * `http`: not a 2xx answer; its headers, and at most 64 KiB of its body. `network`: no answer, or it broke off.
 * `garbled`: not a frame stream. `outdated`: whole, but a text came as what follows something that is not here any
 * more: to be asked for again without `continues`. `aborted`: by us. Messages are for logs and bug reports, not for people.
 */
export type OpenOutcome =
  | { readonly kind: 'complete' }
  | { readonly kind: 'truncated'; readonly receivedBytes: number }
  | {
      readonly kind: 'http'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly bodyText: string
    }
  | { readonly kind: 'network'; readonly message: string }
  | { readonly kind: 'garbled'; readonly message: string }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'aborted' }

/** One frame's header as it was checked (`ServeOptions`), null when it could not be read, and where its text is kept (`null` when the frame has no key). */
export interface LogFrame {
  readonly header: unknown
  readonly documentId: string | null
}

/** A view's snapshot as it travels: the page knows the options by the number it gave them. */
type SentSnapshot = Omit<ViewSnapshot, 'options'> & { readonly optionsId: number }

/** A view's rows became more or others: everything from `changedFromRowIndex` on is new. */
export interface ViewNotice {
  readonly viewId: number
  readonly snapshot: SentSnapshot
  readonly changedFromRowIndex: number
  /** Rows likely to be looked at next, so that the page need not ask. */
  readonly runs: readonly RowRun[]
}

/** How far a search has come. */
export interface SearchNotice {
  readonly searchId: number
  readonly state: SearchState
}

/** What is known of what the lines mean. */
export interface MeaningNotice {
  readonly meaningId: number
  readonly state: MeaningState
}

/** New rows in force, and the row that shows the place asked for. No notice: there is no text yet. */
export interface LaidOut {
  readonly notice: ViewNotice | null
  readonly rowIndex: number
}

export type ToWorker =
  | { readonly type: 'open'; readonly openId: number; readonly request: OpenRequest }
  | { readonly type: 'abort'; readonly openId: number }
  | {
      readonly type: 'lines'
      readonly requestId: number
      readonly documentId: string
      readonly firstLineIndex: number
      readonly lastLineIndex: number
    }
  /** The last line that says anything, of many texts at once. */
  | { readonly type: 'last-lines'; readonly requestId: number; readonly documentIds: readonly string[] }
  | { readonly type: 'bytes'; readonly requestId: number; readonly documentId: string }
  | {
      readonly type: 'open-view'
      readonly viewId: number
      readonly documentId: string
      readonly optionsId: number
      readonly options: ViewOptions
    }
  | {
      readonly type: 'lay-out'
      readonly requestId: number
      readonly viewId: number
      readonly optionsId: number
      readonly options: ViewOptions
      readonly anchor: LinePlace
    }
  | {
      readonly type: 'rows'
      readonly requestId: number
      readonly viewId: number
      readonly firstRowIndex: number
      readonly lastRowIndex: number
      /** Nobody sees them yet. */
      readonly isAhead: boolean
    }
  | {
      readonly type: 'row-of'
      readonly requestId: number
      readonly viewId: number
      readonly place: LinePlace
    }
  /** So many rows at the end are to come with each piece that the log grows by, while the end is looked at. */
  | { readonly type: 'keep-end'; readonly viewId: number; readonly rowCount: number }
  | {
      readonly type: 'overview'
      readonly requestId: number
      readonly viewId: number
      readonly bucketCount: number
    }
  | {
      readonly type: 'copy'
      readonly requestId: number
      readonly viewId: number
      readonly range: TextRange | null
      readonly options: CopyOptions
    }
  /** Nobody waits for the copy that `copyId` asked for. */
  | { readonly type: 'stop-copy'; readonly copyId: number; readonly viewId: number }
  | { readonly type: 'close-view'; readonly viewId: number }
  | {
      readonly type: 'open-search'
      readonly searchId: number
      readonly documentId: string
      readonly query: SearchQuery
    }
  | {
      readonly type: 'find-match'
      readonly requestId: number
      readonly searchId: number
      readonly from: LinePlace
      readonly direction: 'next' | 'previous'
    }
  | { readonly type: 'close-search'; readonly searchId: number }
  /** Which texts of the collection that holds `besideId` contain the text? Told in pieces, until closed. */
  | {
      readonly type: 'search-many'
      readonly searchId: number
      readonly besideId: string
      readonly text: string
    }
  | { readonly type: 'close-search-many'; readonly searchId: number }
  | { readonly type: 'open-meaning'; readonly meaningId: number; readonly documentId: string }
  | {
      readonly type: 'find-line'
      readonly requestId: number
      readonly meaningId: number
      readonly lineIndex: number
      readonly direction: 'next' | 'previous'
      readonly minSeverity: Severity
    }
  | { readonly type: 'close-meaning'; readonly meaningId: number }
  | {
      readonly type: 'anchor-of'
      readonly requestId: number
      readonly documentId: string
      readonly lineIndex: number
    }
  | {
      readonly type: 'find-anchor'
      readonly requestId: number
      readonly documentId: string
      readonly lineIndex: number
      readonly anchor: string
    }
  | { readonly type: 'drop'; readonly collection: string }
  /** The page has had a moment to paint since the growth that asked for it. */
  | { readonly type: 'painted' }

export type ToPage =
  | { readonly type: 'frames'; readonly openId: number; readonly frames: readonly LogFrame[] }
  | {
      readonly type: 'news'
      /** Null when no text has grown. */
      readonly growth: PackedGrowth | null
      readonly views: readonly ViewNotice[]
      readonly searches: readonly SearchNotice[]
      readonly meanings: readonly MeaningNotice[]
      /** The first lines somebody waits for are in it: reading goes on when the page says `painted`. */
      readonly isFirst: boolean
    }
  | { readonly type: 'finish'; readonly openId: number; readonly outcome: OpenOutcome }
  | { readonly type: 'dropped'; readonly collection: string; readonly documentIds: readonly string[] }
  | { readonly type: 'lines'; readonly requestId: number; readonly lines: readonly LogLine[] }
  | { readonly type: 'last-lines'; readonly requestId: number; readonly lines: readonly string[] }
  | { readonly type: 'bytes'; readonly requestId: number; readonly blob: Blob }
  /**
   * The answer to `lay-out`: null when later options came in between, or the view is gone. Without a notice when
   * there is no text to lay out.
   */
  | {
      readonly type: 'laid-out'
      readonly requestId: number
      readonly laidOut: LaidOut | null
    }
  /** Rows of the layout named: of another one than the page has, they are of no use. */
  | { readonly type: 'rows'; readonly requestId: number; readonly layout: number; readonly run: RowRun }
  | { readonly type: 'row-of'; readonly requestId: number; readonly rowIndex: number }
  | { readonly type: 'overview'; readonly requestId: number; readonly overview: LogOverview }
  /** Null: it failed, or was given up. */
  | { readonly type: 'copy'; readonly requestId: number; readonly copied: CopiedText | null }
  /** `share` of the copy asked for as `copyId` is done, 0 to 1. */
  | { readonly type: 'copy-progress'; readonly copyId: number; readonly share: number }
  | { readonly type: 'find-match'; readonly requestId: number; readonly match: FoundMatch | null }
  | { readonly type: 'found-many'; readonly searchId: number; readonly found: ManyFound }
  | { readonly type: 'find-line'; readonly requestId: number; readonly lineIndex: number | null }
  | { readonly type: 'anchor-of'; readonly requestId: number; readonly anchor: string | null }
  | { readonly type: 'find-anchor'; readonly requestId: number; readonly found: FoundLine | null }
