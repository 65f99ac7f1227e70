import type { TextStyle } from './text-style.ts'

/**
 * A piece of a decorated line, in reading order. Log text is hostile, so a decoration is data and never markup:
 * - `text`: shown as it is, in its style;
 * - `link`: the same, and `href` is a checked http or https address; `isNamed` tells that the text is not the
 *   address (an OSC 8 link, say), so that the address has to be shown too;
 * - `mark`: one character that would be invisible or would rearrange others, as its code point (`U+202E`);
 * - `rest`: what stands beyond the edge of the window, in one piece whatever is in it but for marks and matches.
 */
export type RowSegment = SegmentPart &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly isNamed: boolean }
    | { readonly kind: 'mark'; readonly label: string; readonly text: string }
    | { readonly kind: 'rest'; readonly text: string }
  )

/**
 * What all kinds have. A segment never crosses the border of a match, and all characters of a wide one take the same
 * number of columns: two each (CJK, emoji) or one each (symbols that may come from a font of another width). A tab
 * and a mark stand alone. Where a match begins inside of a character of several parts, the whole belongs to it.
 */
interface SegmentPart {
  readonly style: TextStyle
  /** Columns it takes: 2 for each CJK character or emoji, 0 for a combining one, up to 8 for a tab. */
  readonly cells: number
  /** It needs a width of its own to stand in the columns (wide characters, tabs, marks). */
  readonly isWide: boolean
  /** Offset of the match it belongs to, in the piece's shown text; null outside matches. */
  readonly matchOffset: number | null
}
