import { type EscapeSequence, readEscapeSequence } from './escape-sequence.ts'
import { overstrikeAt } from './overstrike.ts'

/** What was written between two moves back, as positions in the text. */
export interface StateRange {
  readonly start: number
  readonly end: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what moves or acts is looked for
const special = /[\b\r\u001b]/g
/** GitLab's marks of sections, which it hides by writing over them: nobody was to see them. */
const sectionMark = /^section_(?:start|end):\d+:[\w.-]+(?:\[[^\]]*\])?$/
/** Longer ones are no marks. */
const longestMark = 1000
// biome-ignore lint/suspicious/noControlCharactersInRegex: what hides a mark is passed over
const erasure = /\u001b\[0?K/g

/**
 * The states that a line went through: what was written between two returns, or between backspaces that go back to write
 * over something (a spinner, a counter; not the bold of a manual page), as long as it showed anything; states that repeat the one before count once, and marks of sections do not count. The last one is what wrote or erased last: with it the line came
 * to look as it does. A text that shows nothing has one state, which is empty.
 */
export function findStates(text: string): readonly StateRange[] {
  const found: StateRange[] = []
  let last: StateRange | null = null
  let isLastShown = false
  for (const written of writtenRanges(text)) {
    if (last !== null && isLastShown) found.push(last)
    if (last !== null && isLastShown && isSame(text, last, written)) found.pop()
    last = written
    isLastShown = written.isShown && !isSectionMark(text, written)
  }
  found.push(last ?? { start: 0, end: text.length })
  return found
}

interface WrittenRange extends StateRange {
  /** Characters were written; else it only erased. */
  readonly isShown: boolean
}

/**
 * What lies between returns and backspaces, and shows or erases anything. Blanks erase: that is how what was typed is rubbed out, and
 * how a progress bar goes. A return inside an escape sequence is none.
 */
function writtenRanges(text: string): readonly WrittenRange[] {
  const ranges: WrittenRange[] = []
  let start = 0
  let isShown = false
  let isErased = false
  const end = (position: number): void => {
    if (isShown || isErased) ranges.push({ start, end: position, isShown })
    start = position + 1
    isShown = false
    isErased = false
  }
  let position = 0
  while (position < text.length) {
    const code = text.charCodeAt(position)
    const sequence = code === 27 ? readEscapeSequence(text, position) : null
    if (sequence !== null) {
      isErased ||= erases(sequence)
      position = sequence.end
    } else if (code === 13) {
      end(position)
      position += 1
    } else if (code === 8) {
      if (overstrikeAt(text, position) === null) end(position)
      position += 1
    } else {
      special.lastIndex = position + 1
      const next = special.exec(text)?.index ?? text.length
      if (text.slice(position, next).trim() === '') isErased = true
      else isShown = true
      position = next
    }
  }
  end(text.length)
  return ranges
}

function erases({ control }: EscapeSequence): boolean {
  if (control?.final === 'J') return (Number.parseInt(control.parameters, 10) || 0) === 0
  return control?.final === 'K'
}

function isSame(text: string, one: StateRange, other: StateRange): boolean {
  if (one.end - one.start !== other.end - other.start) return false
  return text.slice(one.start, one.end) === text.slice(other.start, other.end)
}

function isSectionMark(text: string, { start, end }: StateRange): boolean {
  if (end - start > longestMark) return false
  return sectionMark.test(text.slice(start, end).replace(erasure, ''))
}
