/** One escape sequence found in a text: where it ends, and what it says if we act on it. */
export interface EscapeSequence {
  /** Position after its last character. */
  readonly end: number
  /**
   * Parameters and function of a control sequence (`CSI 1;31 m`: `1;31` and `m`), null for every other kind. A
   * private mark or characters in between make another function: `CSI > 4 m` is `>m`, `CSI 2 SP q` is ` q`.
   */
  readonly control: { readonly parameters: string; readonly final: string } | null
  /** Address of a hyperlink (`OSC 8 ; parameters ; address ST`), empty where one ends, null for every other kind. */
  readonly address: string | null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const controlSequence = /\u001b\[([<-?]?)([0-?]*)([ -/]*)([@-~])/y
/** OSC, DCS, SOS, PM, APC: a text up to BEL or ESC \. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const stringSequence = /\u001b[\]PX^_]([^\u0007\u001b\u009c]*)(?:\u0007|\u001b\\|\u009c)/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const shortSequence = /\u001b[ -/]*[0-Z\\`-~]/y

/**
 * Reads the escape sequence that begins at `start` (ECMA-48). Null when it is not a whole one: then the escape
 * character itself is shown and nothing after it is hidden, since a sequence cut off could hide a whole line.
 */
export function readEscapeSequence(text: string, start: number): EscapeSequence | null {
  const control = matchAt(controlSequence, text, start)
  if (control !== null) {
    const [whole, kind = '', parameters = '', between = '', final = ''] = control
    return {
      end: start + whole.length,
      control: { parameters, final: kind + between + final },
      address: null,
    }
  }
  const other = matchAt(stringSequence, text, start) ?? matchAt(shortSequence, text, start)
  if (other === null) return null
  const isCommand = text[start + 1] === ']'
  return {
    end: start + other[0].length,
    control: null,
    address: isCommand ? addressOf(other[1] ?? '') : null,
  }
}

function addressOf(command: string): string | null {
  if (!command.startsWith('8;')) return null
  const afterParameters = command.indexOf(';', 2)
  return afterParameters === -1 ? null : command.slice(afterParameters + 1)
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(text)
}
