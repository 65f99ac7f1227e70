import { plainStyle, type TextStyle } from './text-style.ts'

/** Parameters that switch one attribute, as ECMA-48 and xterm define them. */
const switches: Readonly<Record<number, Partial<TextStyle>>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { strike: false },
  39: { foreground: null },
  49: { background: null },
}

/**
 * The style after `CSI parameters m`. Unknown parameters change nothing. The 256 and true colours come down
 * to the nearest of the sixteen, whose contrast is known in both themes.
 */
export function applySgr(style: TextStyle, parameters: string): TextStyle {
  const fields = parameters.split(';')
  let next = style
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index] ?? ''
    const code = Number.parseInt(field, 10) || 0
    if (code === 38 || code === 48) {
      const { color, usedFields } = readColor(field, fields, index)
      next = withColor(next, code, color)
      index += usedFields
    } else next = applyCode(next, code, field)
  }
  return next
}

function applyCode(style: TextStyle, code: number, field: string): TextStyle {
  if (code === 0) return plainStyle
  // "4:0" is how newer programs switch the underline off.
  if (field === '4:0') return { ...style, underline: false }
  const change = switches[code]
  if (change !== undefined) return { ...style, ...change }
  const color = sixteen(code % 10, code)
  if (color === null) return style
  const isBackground = (code >= 40 && code <= 47) || code >= 100
  return isBackground ? { ...style, background: color } : { ...style, foreground: color }
}

/** 30–37 and 40–47 are colours 0–7, 90–97 and 100–107 are 8–15. */
function sixteen(digit: number, code: number): number | null {
  if (digit > 7) return null
  const tens = Math.floor(code / 10)
  if (tens === 3 || tens === 4) return digit
  return tens === 9 || tens === 10 ? digit + 8 : null
}

function withColor(style: TextStyle, code: number, color: number | null): TextStyle {
  if (color === null) return style
  return code === 38 ? { ...style, foreground: color } : { ...style, background: color }
}

interface ReadColor {
  readonly color: number | null
  /** Fields after the first that belong to the colour. */
  readonly usedFields: number
}

/** `38;5;n` and `38;2;r;g;b`, and the same with colons in one field. */
function readColor(field: string, fields: readonly string[], index: number): ReadColor {
  if (field.includes(':')) {
    const [, space, ...values] = field.split(':').map(toByte)
    // "38:2::r:g:b" carries a colour space before the three values.
    return { color: space === 5 ? fromPalette(values[0]) : fromRgb(values.slice(-3)), usedFields: 0 }
  }
  const space = toByte(fields[index + 1] ?? '')
  if (space === 5) return { color: fromPalette(toByte(fields[index + 2] ?? '')), usedFields: 2 }
  if (space !== 2) return { color: null, usedFields: 1 }
  return { color: fromRgb(fields.slice(index + 2, index + 5).map(toByte)), usedFields: 4 }
}

function toByte(text: string): number {
  return Math.min(255, Number.parseInt(text, 10) || 0)
}

/** The 256 palette: 16 as they are, a 6×6×6 cube, 24 greys. */
function fromPalette(index: number | undefined): number | null {
  if (index === undefined || index < 0) return null
  if (index < 16) return index
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10
    return fromRgb([grey, grey, grey])
  }
  const cube = index - 16
  return fromRgb(
    [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((level) => level && 55 + level * 40),
  )
}

/** What the sixteen look like in xterm; only used to find the nearest. */
const xterm: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
]

function fromRgb(values: readonly number[]): number | null {
  const [red = 0, green = 0, blue = 0] = values
  const distances = xterm.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
  return distances.indexOf(Math.min(...distances))
}
