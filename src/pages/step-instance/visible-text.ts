/*
 * Paths and messages are other people's text. Characters that show nothing, break the line, or turn the writing round
 * (a name ending in "gpj.exe" can be made to look like a picture's) are written out where a person reads them.
 */

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const anyHidden = new RegExp(hidden.source, 'u')

/** The text with hidden characters as `⟨U+202E⟩`; the same text where there are none. */
export function visibleText(text: string): string {
  if (!anyHidden.test(text)) return text
  return text.replace(hidden, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `⟨U+${code}⟩`
  })
}
