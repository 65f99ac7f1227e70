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

/** The same for lines joined by newlines, with or without carriage returns before those. */
export function shownLines(text: string): string {
  if (!hasActed(text)) return text
  const broken = text.replaceAll('\r\n', '\n')
  const plain = broken.replace(colours, '')
  return hasActed(plain) ? broken.split('\n').map(shownText).join('\n') : plain
}

/** Quicker than an expression in long texts. */
function hasActed(text: string): boolean {
  return text.includes('\u001b') || text.includes('\r') || text.includes('\b')
}
