import { readEscapeSequence } from './escape-sequence.ts'
import { applySgr } from './sgr.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/** One character of a line as it stands in the end. */
export interface Cell {
  readonly character: string
  readonly style: TextStyle
}

/**
 * Plays a line like a terminal and answers what stands there in the end: styles applied, `\r` and backspace
 * overwriting, "erase in line" erasing, every other escape sequence swallowed. A character counts as one
 * column, also a wide one.
 */
export function playLine(text: string): readonly Cell[] {
  const cells: Cell[] = []
  let style = plainStyle
  let column = 0
  let position = 0

  const put = (character: string): void => {
    while (cells.length < column) cells.push({ character: ' ', style: plainStyle })
    cells[column] = { character, style }
    column += 1
  }

  const control = (parameters: string, final: string): void => {
    if (final === 'm') style = applySgr(style, parameters)
    else if (final === 'K') eraseInLine(cells, column, parameters)
  }

  while (position < text.length) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0)
    const sequence = character === '\u001b' ? readEscapeSequence(text, position) : null
    position = sequence?.end ?? position + character.length
    if (sequence !== null) control(sequence.control?.parameters ?? '', sequence.control?.final ?? '')
    else if (character === '\r') column = 0
    else if (character === '\b') column = Math.max(0, column - 1)
    else put(character)
  }
  return cells
}

/** `CSI K`: 0 or nothing erases to the end, 1 to here, 2 everything. */
function eraseInLine(cells: Cell[], column: number, parameters: string): void {
  if (parameters === '' || parameters === '0') cells.length = Math.min(cells.length, column)
  else if (parameters === '2') cells.length = 0
  else if (parameters === '1') cells.fill({ character: ' ', style: plainStyle }, 0, column + 1)
}
