import type { TextStyle } from './text-style.ts'

/** The style of the shown text from the end of the run before it (or 0) to `end`. */
export interface StyleRun {
  readonly end: number
  readonly style: TextStyle
}

/** A link in the shown text: an address found in it, or one that the log hung under it (OSC 8). */
export interface TextLink {
  readonly start: number
  readonly end: number
  /** An http or https address. */
  readonly href: string
  /** The text is not the address: the address has to be shown too. */
  readonly isNamed: boolean
}

/** A line (or a piece of one) as it stands when a terminal has played it. */
export interface PlayedText {
  /**
   * What is shown: escape sequences gone, `\r`, backspace and moves within the line played. Characters that show
   * nothing are still in it, and are painted as marks.
   */
  readonly text: string
  /** In order, the last one ends where the text does; none when the text is empty. Neighbours differ in style. */
  readonly runs: readonly StyleRun[]
  /** In order, none overlaps another. */
  readonly links: readonly TextLink[]
  /** The style that whatever follows begins with. */
  readonly endStyle: TextStyle
  /** Earlier states of the line that were written over, after `\r` or backspaces. */
  readonly overwrittenCount: number
}
