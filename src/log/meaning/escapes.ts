import { remembered } from './remembered-search.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)|\u001b/g

export function withoutEscapes(text: string): string {
  return text.replace(escapes, '')
}

/** The next escape character at or after `from`, or the text's length. */
export const nextEscape = remembered((text, from) => {
  const found = text.indexOf('\u001b', from)
  return found === -1 ? text.length : found
})
