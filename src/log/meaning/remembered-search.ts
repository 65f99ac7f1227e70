/** Where something is found in `text` at or after `from`; the text's length when nowhere. */
export type TextSearch = (text: string, from: number) => number

/**
 * The same search for one who asks about the lines of one text in order: what was found far behind is remembered, so that a
 * text without it is searched once and not once per line.
 */
export function remembered(search: TextSearch): TextSearch {
  let searchedText = ''
  let searchedFrom = 0
  let foundAt = -1

  return (text, from) => {
    if (from < searchedFrom || from > foundAt || text !== searchedText) {
      foundAt = search(text, from)
      searchedFrom = from
    }
    // Also an equal block of a monotonous log: compared once, it is known by identity.
    searchedText = text
    return foundAt
  }
}
