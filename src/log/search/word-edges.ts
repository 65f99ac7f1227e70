import { colourEnd, colourStart, escapeByte } from './hidden-bytes.ts'

/*
 * Whether letters, digits or underscores of any script stand next to a place in bytes. Colours between are not seen.
 */

const wordBytes = Uint8Array.from({ length: 128 }, (_, byte) =>
  /\w/.test(String.fromCharCode(byte)) ? 1 : 0,
)
const wordCharacter = /[\p{L}\p{N}_]/u

/** Null when the bytes there are no text. */
export function endsWithWord(text: Uint8Array, place: number): boolean | null {
  let end = place
  while (text[end - 1] === 0x6d) {
    const start = colourStart(text, end - 1, 0)
    if (start === -1) break
    end = start
  }
  const byte = end === 0 ? 10 : (text[end - 1] ?? 0)
  if (byte < 0x80) return wordBytes[byte] === 1
  let start = end - 1
  while (start > 0 && end - start < 4 && ((text[start] ?? 0) & 0xc0) === 0x80) start -= 1
  return isWord(text, start, end)
}

/** Null when the bytes there are no text. */
export function beginsWithWord(text: Uint8Array, place: number): boolean | null {
  let start = place
  while (text[start] === escapeByte) {
    const end = colourEnd(text, start)
    if (end === start) break
    start = end
  }
  const byte = text[start] ?? 0
  if (byte < 0x80) return wordBytes[byte] === 1
  return isWord(text, start, start + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2))
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Logs in one language have few characters at the edges of words. */
const knownCharacters = new Map<number, boolean | null>()
const maxKnown = 4096

function isWord(text: Uint8Array, start: number, end: number): boolean | null {
  let key = end - start
  for (let at = start; at < end; at += 1) key = key * 256 + (text[at] ?? 0)
  const known = knownCharacters.get(key)
  if (known !== undefined) return known
  const answer = decodeWord(text.slice(start, end))
  if (knownCharacters.size >= maxKnown) knownCharacters.clear()
  knownCharacters.set(key, answer)
  return answer
}

function decodeWord(bytes: Uint8Array): boolean | null {
  try {
    const character = strictUtf8.decode(bytes)
    return [...character].length === 1 ? wordCharacter.test(character) : null
  } catch {
    return null
  }
}
