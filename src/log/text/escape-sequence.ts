/** One escape sequence found in a text: where it ends, and what it says if we act on it. */
export interface EscapeSequence {
  /** Position after its last character. */
  readonly end: number
  /** Parameters and final byte of a control sequence (`CSI 1;31 m`), null for every other kind. */
  readonly control: { readonly parameters: string; readonly final: string } | null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const controlSequence = /\u001b\[([0-?]*)[ -/]*([@-~])/y
/** OSC, DCS, SOS, PM, APC: a text up to BEL or ESC \. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const stringSequence = /\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const shortSequence = /\u001b[ -/]*[0-Z\\`-~]/y

/**
 * Reads the escape sequence that begins at `start` (ECMA-48). Null when it is not a whole one: then the escape
 * character itself is shown and nothing after it is hidden, since a sequence cut off could hide a whole line.
 */
export function readEscapeSequence(text: string, start: number): EscapeSequence | null {
  const control = matchAt(controlSequence, text, start)
  if (control !== null) {
    return {
      end: start + control[0].length,
      control: { parameters: control[1] ?? '', final: control[2] ?? '' },
    }
  }
  const other = matchAt(stringSequence, text, start) ?? matchAt(shortSequence, text, start)
  return other === null ? null : { end: start + other[0].length, control: null }
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(text)
}
