import { exactColor, plainStyle, sameStyle, type TextColor, type TextStyle } from './text-style.ts'

type StyleDraft = { -readonly [Name in keyof TextStyle]: TextStyle[Name] }

/**
 * Parameters that switch attributes, as ECMA-48 and xterm define them. Concealed (8) is not among them: a log
 * must not hide its text.
 */
const switches: Readonly<Record<number, Partial<TextStyle>>> = {
  0: plainStyle,
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

/** What the commonest sequences make of the plain style: most texts begin there again each time. */
const fromPlain = new Map<string, TextStyle>()
const maxFromPlain = 256

/** The style after `CSI parameters m`. Unknown parameters change nothing. */
export function applySgr(style: TextStyle, parameters: string): TextStyle {
  if (parameters === '' || parameters === '0') return plainStyle
  if (style !== plainStyle || parameters.length > 16) return applyFields(style, parameters)
  const known = fromPlain.get(parameters)
  if (known !== undefined) return known
  const made = applyFields(style, parameters)
  if (fromPlain.size < maxFromPlain) fromPlain.set(parameters, made)
  return made
}

function applyFields(style: TextStyle, parameters: string): TextStyle {
  const draft: StyleDraft = { ...style }
  const fields = parameters.split(';')
  for (let index = 0; index < fields.length; index += 1) {
    index += applyField(draft, fields, index)
  }
  return sameStyle(draft)
}

/** Applies the parameter at `index`; answers how many of those after it were part of it. */
function applyField(draft: StyleDraft, fields: readonly string[], index: number): number {
  const field = fields[index] ?? ''
  const code = Number.parseInt(field, 10) || 0
  if (code === 38 || code === 48 || code === 58) {
    const { color, usedFields } = readColor(field, fields, index)
    if (color !== null && code === 38) draft.foreground = color
    if (color !== null && code === 48) draft.background = color
    return usedFields
  }
  // "4:0" is how newer programs switch the underline off; "4:3" is a curly one.
  if (field === '4:0') draft.underline = false
  else if (switches[code] !== undefined) Object.assign(draft, switches[code])
  else applySixteen(draft, code)
  return 0
}

/** 30–37 and 40–47 are colours 0–7, 90–97 and 100–107 are 8–15. */
function applySixteen(draft: StyleDraft, code: number): void {
  const digit = code % 10
  const tens = (code - digit) / 10
  if (digit > 7) return
  if (tens === 3 || tens === 9) draft.foreground = tens === 3 ? digit : digit + 8
  if (tens === 4 || tens === 10) draft.background = tens === 4 ? digit : digit + 8
}

interface ReadColor {
  readonly color: TextColor | null
  /** Fields after the first that belong to the colour. */
  readonly usedFields: number
}

/** `38;5;n` and `38;2;r;g;b`, and the same with colons in one field. */
function readColor(field: string, fields: readonly string[], index: number): ReadColor {
  if (field.includes(':')) {
    const [, space, ...values] = field.split(':')
    // "38:2::r:g:b" carries a colour space before the three values.
    return { color: colorFrom(space, space === '2' ? values.slice(-3) : values), usedFields: 0 }
  }
  const space = fields[index + 1]
  const usedFields = { '5': 2, '2': 4 }[space ?? ''] ?? 1
  return { color: colorFrom(space, fields.slice(index + 2, index + 1 + usedFields)), usedFields }
}

function colorFrom(space: string | undefined, values: readonly string[]): TextColor | null {
  const [first, second, third] = values.map((value) => Number.parseInt(value, 10) || 0)
  if (space === '5') return first === undefined ? null : fromPalette(first)
  if (space !== '2' || first === undefined || second === undefined || third === undefined) return null
  return exactColor(Math.min(255, first), Math.min(255, second), Math.min(255, third))
}

/** The 256 palette: 16 as they are, a 6×6×6 cube, 24 greys (xterm's values). */
function fromPalette(index: number): TextColor | null {
  if (index > 255) return null
  if (index < 16) return index
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10
    return exactColor(grey, grey, grey)
  }
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40)
  const cube = index - 16
  return exactColor(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6))
}
