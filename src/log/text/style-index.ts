import type { LogDocument } from '../log-document.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/** Which style each line begins with: colours go on until something ends them, over lines too. */
export interface StyleIndex {
  /** The style at the start of a line. */
  before(lineIndex: number): TextStyle
  /** The style at a byte of the document, say where a piece begins. */
  at(position: number): TextStyle
  /** Looks at more lines until `performance.now()` is `untilMs`; true when none is left. */
  advance(untilMs: number): boolean
}

export function createStyleIndex(_document: LogDocument): StyleIndex {
  return { before: () => plainStyle, at: () => plainStyle, advance: () => true }
}
