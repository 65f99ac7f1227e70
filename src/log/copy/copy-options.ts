import type { LinePlace } from '../view/view-row.ts'

/** From one place to before another. */
export interface TextRange {
  readonly from: LinePlace
  readonly to: LinePlace
}

/** Consecutive lines, both included: a stretch that a filter shows. */
export interface LineRange {
  readonly firstLineIndex: number
  readonly lastLineIndex: number
}

/**
 * How text leaves the reader. `plain`: as shown. `ansi`: as shown, with its colours as SGR sequences and no other
 * escapes. `raw`: the bytes as they came.
 */
export interface CopyOptions {
  readonly form: 'plain' | 'ansi' | 'raw'
  /** Secrets replaced by `••••` (bk-nodeman D3, issue 3). */
  readonly isMasked: boolean
}

/** A text ready to be copied or saved. */
export interface CopiedText {
  readonly blob: Blob
  readonly lineCount: number
  /** Secrets that were replaced. */
  readonly maskedCount: number
}
