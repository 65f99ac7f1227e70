// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)|\u001b/g

export function withoutEscapes(text: string): string {
  return text.replace(escapes, '')
}

let searchedText = ''
let searchedFrom = 0
let foundAt = -1

/**
 * The next escape character at or after `from`, or the text's length. The lines of a text are asked in order: what
 * was found far behind is remembered, so that a text without escapes is searched once and not once per line.
 */
export function nextEscape(text: string, from: number): number {
  if (from >= searchedFrom && from <= foundAt && text === searchedText) {
    // An equal block of a monotonous log: compare it once, then it is known by identity.
    searchedText = text
    return foundAt
  }
  const found = text.indexOf('\u001b', from)
  foundAt = found === -1 ? text.length : found
  searchedText = text
  searchedFrom = from
  return foundAt
}
