/*
 * Characters that show nothing, or that reorder or hide what stands beside them. In a log they are a way to
 * deceive the reader (a "Trojan source" bidi override, a zero-width space inside a path), so each is shown as
 * its code point. Half a surrogate pair, which is no character at all, too. Tab stays; newline, carriage return, backspace and escape are handled before this.
 */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are what is looked for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u

/** True for a character that is shown as a mark wherever it stands (a joiner inside an emoji is no mark). */
export function isInvisible(character: string): boolean {
  return invisible.test(character)
}

/** What a mark says: the code point of the first character, `U+202E`. */
export function markLabel(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
