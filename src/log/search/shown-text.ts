import { playText } from '../text/play-text.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal acts on is what is looked for
const acted = /[\u001b\r\b]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const colours = /\u001b\[[0-?]*[ -/]*m/g

/** What stands there when a piece of a line has been played. Colours only are the common case, and quick. */
export function shownText(text: string): string {
  if (!acted.test(text)) return text
  const plain = text.replace(colours, '')
  return acted.test(plain) ? playText(text).text : plain
}
