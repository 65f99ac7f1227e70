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

/** OSC, DCS, SOS, PM, APC: a text up to BEL or ESC \. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const stringSequence = /\u001b[\]PX^_]([^\u0007\u001b\u009c]*)(?:\u0007|\u001b\\|\u009c)/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const shortSequence = /\u001b(?:[ -/]+[0-~]|[0-OQ-WYZ\\`-~])/y

/**
 * Reads the escape sequence that begins at `start` (ECMA-48). Null when it is not a whole one: then the escape
 * character itself is shown and nothing after it is hidden, since a sequence cut off could hide a whole line.
 */
export function readEscapeSequence(text: string, start: number): EscapeSequence | null {
  if (text.charCodeAt(start + 1) === 0x5b) return readControl(text, start)
  const other = matchAt(stringSequence, text, start) ?? matchAt(shortSequence, text, start)
  if (other === null) return null
  const isCommand = text[start + 1] === ']'
  return {
    end: start + other[0].length,
    control: null,
    address: isCommand ? addressOf(other[1] ?? '') : null,
  }
}

/** By hand and not by pattern: there may be one for every few characters of a log. */
function readControl(text: string, start: number): EscapeSequence | null {
  const kindEnd = skip(text, start + 2, start + 3, 0x3c, 0x3f)
  const parametersEnd = skip(text, kindEnd, text.length, 0x30, 0x3f)
  const functionEnd = skip(text, parametersEnd, text.length, 0x20, 0x2f)
  const final = text.charCodeAt(functionEnd)
  if (!(final >= 0x40 && final <= 0x7e)) return null
  const name = text.slice(parametersEnd, functionEnd + 1)
  const control = {
    parameters: text.slice(kindEnd, parametersEnd),
    final: kindEnd === start + 2 ? name : text.slice(start + 2, kindEnd) + name,
  }
  return { end: functionEnd + 1, control, address: null }
}

/** The end of the characters from `first` to `last` that begin at `from`, at most `to`. */
function skip(text: string, from: number, to: number, first: number, last: number): number {
  let end = from
  while (end < to && text.charCodeAt(end) >= first && text.charCodeAt(end) <= last) end += 1
  return end
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
