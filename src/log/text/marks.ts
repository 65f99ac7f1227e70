/*
 * Characters that show nothing, or that reorder or hide what stands beside them. In a log they are a way to
 * deceive the reader (a "Trojan source" bidi override, a zero-width space inside a path), so each is shown as
 * its code point. Tab stays; newline, carriage return, backspace and escape are handled before this.
 */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are what is looked for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u

const joiner = '\u200d'
const emojiBefore = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u
const emojiAfter = /\p{Extended_Pictographic}/u

/**
 * The label of a character that must be shown as a mark, `U+202E`, or null for a visible one. Needs the
 * characters around it, since a zero-width joiner inside an emoji is what makes it one picture.
 */
export function markLabel(character: string, before: string, after: string): string | null {
  if (!invisible.test(character)) return null
  if (character === joiner && emojiBefore.test(before) && emojiAfter.test(after)) return null
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** True when a text holds anything a terminal or a bidi algorithm would act on: the others need no work. */
export function needsCare(text: string): boolean {
  return invisible.test(text)
}
