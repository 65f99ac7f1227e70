import type { TextStyle } from './text-style.ts'

/**
 * A piece of a decorated line, in reading order. Log text is hostile, so a decoration is data and never markup:
 * - `text`: shown as it is, in its style;
 * - `link`: the same, and `href` is a checked http or https address;
 * - `mark`: one character that would be invisible or would rearrange others, as its code point (`U+202E`).
 */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly style: TextStyle }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly style: TextStyle }
  | { readonly kind: 'mark'; readonly label: string; readonly style: TextStyle }
