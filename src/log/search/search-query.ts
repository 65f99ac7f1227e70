/** What is looked for. Matches never span lines, and are found in the text as shown (see `LinePlace`). */
export interface SearchQuery {
  readonly text: string
  /** `text` is a regular expression (JavaScript, `u` flag where it compiles with it). */
  readonly isRegex: boolean
  readonly matchCase: boolean
  /** Only where no letter, digit or underscore touches the match. */
  readonly wholeWord: boolean
}
