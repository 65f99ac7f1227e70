/**
 * How a run of log text asks to look (ECMA-48 SGR). Colours are 0–15, the terminal's sixteen; `null` is the
 * default colour. Data only: what a colour looks like is the viewer's business.
 */
export interface TextStyle {
  readonly foreground: number | null
  readonly background: number | null
  readonly bold: boolean
  readonly dim: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly inverse: boolean
  readonly strike: boolean
}

/** No attribute at all; the same object always, so it can be compared by identity. */
export const plainStyle: TextStyle = {
  foreground: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strike: false,
}
