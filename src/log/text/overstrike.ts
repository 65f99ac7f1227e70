import { sameStyle, type TextStyle } from './text-style.ts'

/*
 * Manual pages are bold and underlined by striking a character twice, as on a typewriter: `N`, backspace, `N` is a bold N, and
 * `_`, backspace, `N` an underlined one. `less` shows it so, and so do we. Exactly one backspace between the two: a counter that
 * goes from `45%` to `46%` by three is no bold 4. Whatever else is struck over is written over.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: two characters that are seen, and the backspace between them
const struck = /([^\0- \x7f])\x08\1|_\x08[^\0- \x7f]/u

/** What the backspace at `at` makes of the character after it; null when it only goes back. */
export function overstrikeAt(text: string, at: number): 'bold' | 'underline' | null {
  const found = struck.exec(text.slice(Math.max(0, at - 2), at + 3))
  return found && (found[1] === undefined ? 'underline' : 'bold')
}

/** The look of a character that had `style` before it was struck again. */
export function struckStyle(style: TextStyle, by: 'bold' | 'underline'): TextStyle {
  return sameStyle({ ...style, [by]: true })
}
