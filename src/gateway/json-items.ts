const QUOTE = 0x22
const COMMA = 0x2c
const BRACKET = 0x5b
const BACKSLASH = 0x5c
const BRACE = 0x7b

/**
 * How many values a JSON text has, counted on its bytes before anything is made of them: commas and whatever opens, strings
 * left out. Never fewer than there are; of what is no JSON any number.
 */
export function countItems(json: Buffer): number {
  let items = 1
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (byte === QUOTE) at = closingQuote(json, at)
    else if (byte === COMMA || byte === BRACKET || byte === BRACE) items += 1
  }
  return items
}

/** Most strings are shorter, and asking the system to search takes as long as so many bytes. */
const SHORT_BYTES = 64

/** Where the string that begins at `open` ends: its last quote, or the end of everything. */
export function closingQuote(json: Buffer, open: number): number {
  let at = open + 1
  const far = Math.min(at + SHORT_BYTES, json.length)
  while (at < far) {
    const byte = json[at]
    if (byte === QUOTE) return at
    at += byte === BACKSLASH ? 2 : 1
  }
  let quote = json.indexOf(QUOTE, at)
  while (quote >= 0 && isEscaped(json, quote)) quote = json.indexOf(QUOTE, quote + 1)
  return quote < 0 ? json.length : quote
}

function isEscaped(json: Buffer, quote: number): boolean {
  let slashes = 0
  while (json[quote - 1 - slashes] === BACKSLASH) slashes += 1
  return slashes % 2 === 1
}
