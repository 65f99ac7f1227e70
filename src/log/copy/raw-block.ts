import { playText } from '../text/play-text.ts'
import { findSecrets } from './find-secrets.ts'
import { type StrippedText, stripSequences } from './raw-chunk.ts'
import { createSecretState } from './secret.ts'

/** Lines as they came, without their escape sequences; `isChanged` when some are given as they are shown. */
export interface RawBlock extends StrippedText {
  readonly isChanged: boolean
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is not shown as it came
const special = /[\u001b\r\b]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: what moves back in a line
const moving = /[\b\r](?!$)|\u001b\[\d*[CDGK]/

/** The same for the text of many lines. */
export function rawBlock(text: string, isMasked: boolean): RawBlock {
  if (!special.test(text)) return { text, sequences: [], isChanged: false }
  const parts: string[] = []
  const sequences: { at: number; text: string }[] = []
  let length = 0
  let isChanged = false
  for (const line of text.split(/(?<=\n)/)) {
    const stripped = isMasked ? rawLine(line) : { ...stripSequences(line), isChanged: false }
    for (const sequence of stripped.sequences) {
      sequences.push({ at: length + sequence.at, text: sequence.text })
    }
    parts.push(stripped.text)
    length += stripped.text.length
    isChanged ||= stripped.isChanged
  }
  return { text: parts.join(''), sequences, isChanged }
}

/** A secret that only comes about by writing over something cannot be masked in the bytes: the line is shown. */
export function rawLine(line: string): RawBlock {
  const stripped = stripSequences(line)
  if (!moving.test(line.replace(/\r?\n$/, ''))) return { ...stripped, isChanged: false }
  const lineBreak = line.endsWith('\n') ? '\n' : ''
  const shown = playText(line.slice(0, line.length - lineBreak.length)).text + lineBreak
  if (secretCount(shown) <= secretCount(stripped.text)) return { ...stripped, isChanged: false }
  return { text: shown, sequences: [], isChanged: true }
}

function secretCount(text: string): number {
  return findSecrets(text, createSecretState()).length
}
