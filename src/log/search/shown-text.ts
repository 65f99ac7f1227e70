import { playLine } from '../text/terminal-line.ts'

const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal acts on is what is looked for
const acted = /[\u001b\r\b]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const colours = /\u001b\[[0-?]*[ -/]*m/g

/** The text of bytes, before anything in it is played. */
export function decodeText(bytes: Uint8Array): string {
  return lenientUtf8.decode(bytes)
}

/** A terminal would act on something in this text: what it shows is not what it is. */
export function isActedOn(text: string): boolean {
  return acted.test(text)
}

/** What stands there when a piece of a line has been played. Colours only are the common case, and quick. */
export function shownText(text: string): string {
  if (!isActedOn(text)) return text
  const plain = text.replace(colours, '')
  return isActedOn(plain) ? playedText(text) : plain
}

function playedText(text: string): string {
  return playLine(text)
    .map(({ character }) => character)
    .join('')
}
