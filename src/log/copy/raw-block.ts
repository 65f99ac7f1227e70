import { playText } from '../text/play-text.ts'
import { findSecrets } from './find-secrets.ts'
import { maskSecrets } from './mask-secrets.ts'
import { type StrippedText, stripSequences } from './raw-chunk.ts'
import { createSecretState } from './secret.ts'

/** Lines as they came, without their escape sequences. */
export interface RawBlock extends StrippedText {
  /** Some lines are given as they are shown, or have secrets in their sequences masked. */
  readonly isChanged: boolean
  /** Secrets that are masked already. */
  readonly maskedCount: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is not shown as it came, but for line breaks
const special = /[\u001b\b]|\r(?!\n)/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: what moves back in a line
const moving = /[\b\r](?!$)|\u001b\[\d*[CDGK]/

/** The same for the text of many lines; those without anything special are taken many at a time. */
export function rawBlock(text: string, isMasked: boolean): RawBlock {
  const parts: string[] = []
  const sequences: { at: number; text: string }[] = []
  let length = 0
  let isChanged = false
  let maskedCount = 0
  let position = 0
  const add = (part: string): void => {
    parts.push(part)
    length += part.length
  }

  for (let found = nextSpecial(text, 0); found !== -1; found = nextSpecial(text, position)) {
    const lineStart = text.lastIndexOf('\n', found) + 1
    const newline = text.indexOf('\n', found)
    add(text.slice(position, lineStart))
    position = newline === -1 ? text.length : newline + 1
    const line = text.slice(lineStart, position)
    const stripped = isMasked ? rawLine(line) : asItCame(line)
    for (const { at, text: sequence } of stripped.sequences)
      sequences.push({ at: length + at, text: sequence })
    add(stripped.text)
    isChanged ||= stripped.isChanged
    maskedCount += stripped.maskedCount
  }
  if (position === 0) return { text, sequences, isChanged, maskedCount }
  add(text.slice(position))
  return { text: parts.join(''), sequences, isChanged, maskedCount }
}

/** Nothing given as it is shown, and nothing masked. */
export function asItCame(text: string): RawBlock {
  return { ...stripSequences(text), isChanged: false, maskedCount: 0 }
}

function nextSpecial(text: string, from: number): number {
  special.lastIndex = from
  return special.exec(text)?.index ?? -1
}

/**
 * A line to be masked. A secret that only comes about by writing over something cannot be masked in the bytes: then
 * the line is given as it is shown.
 */
export function rawLine(line: string): RawBlock {
  const stripped = maskSequences(stripSequences(line))
  if (!moving.test(line.replace(/\r?\n$/, ''))) return stripped
  const lineBreak = line.endsWith('\n') ? '\n' : ''
  const shown = playText(line.slice(0, line.length - lineBreak.length)).text + lineBreak
  if (secretCount(shown) <= secretCount(stripped.text)) return stripped
  return { text: shown, sequences: [], isChanged: true, maskedCount: 0 }
}

function secretCount(text: string): number {
  return findSecrets(text, createSecretState()).length
}

/** The address of a link, or a title, is text that nobody sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a sequence that has a text, and the text in it
const withText = /^(\u001b[\]PX^_])(.*?)(\u0007|\u001b\\|\u009c)$/s

function maskSequences(stripped: StrippedText): RawBlock {
  let maskedCount = 0
  const sequences = stripped.sequences.map((sequence) => {
    const [, head = '', inner = '', tail = ''] = withText.exec(sequence.text) ?? []
    const masked = maskSecrets(inner)
    if (masked.maskedCount === 0) return sequence
    maskedCount += masked.maskedCount
    return { at: sequence.at, text: head + masked.text + tail }
  })
  return { text: stripped.text, sequences, isChanged: maskedCount > 0, maskedCount }
}
