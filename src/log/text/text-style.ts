/**
 * A colour: 0–15 are the terminal's sixteen, whose look is the reader's to choose; from 0x1000000 on it is an
 * exact one, `0x1rrggbb`. A plain number, since a style goes with every run of text that crosses to the page.
 */
export type TextColor = number

/**
 * How a run of log text asks to look (ECMA-48 SGR). `null` is the default colour. Data only: what a colour looks
 * like, and whether it can be read on its background, is the viewer's business.
 */
export interface TextStyle {
  readonly foreground: TextColor | null
  readonly background: TextColor | null
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

/** The first colour that is exact, black. */
const exactColors = 0x1000000

/** Red, green and blue are 0–255. */
export function exactColor(red: number, green: number, blue: number): TextColor {
  return exactColors + (red << 16) + (green << 8) + blue
}

/** Red, green and blue of an exact colour, each 0–255; null for one of the sixteen. */
export function rgbOf(color: TextColor): readonly [red: number, green: number, blue: number] | null {
  if (color < exactColors) return null
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255]
}

/** Beyond this many styles (a gradient has one per character) the known ones are forgotten. */
const knownStyles = 4096
const known = new Map<string, TextStyle>()

/** The one object for a style: equal styles are identical, so that runs join and messages carry each once. */
export function sameStyle(style: TextStyle): TextStyle {
  const key = keyOf(style)
  if (key === plainKey) return plainStyle
  const existing = known.get(key)
  if (existing !== undefined) return existing
  if (known.size >= knownStyles) known.clear()
  known.set(key, style)
  return style
}

function keyOf(style: TextStyle): string {
  const { bold, dim, italic, underline, inverse, strike } = style
  const flags = +bold + +dim * 2 + +italic * 4 + +underline * 8 + +inverse * 16 + +strike * 32
  return `${style.foreground} ${style.background} ${flags}`
}

const plainKey = keyOf(plainStyle)
