import { nearestSixteen } from './nearest-sixteen.ts'
import { playText } from './play-text.ts'
import type { RowSegment } from './row-segment.ts'
import type { Segment } from './segment.ts'
import { segmentsOf } from './segments-of.ts'
import type { TextStyle } from './text-style.ts'

/**
 * Turns the text of one line into what is to be shown: colours, links, marks. Pure, total (any string), and
 * linear in the length of the line. Style does not carry over from the line before, and exact colours come down
 * to the nearest of the sixteen.
 */
export function decorateLine(text: string): readonly Segment[] {
  const played = playText(text)
  const segments: Segment[] = []
  for (const part of segmentsOf(played, 0, played.text.length, [])) {
    const segment = toSegment(part)
    const last = segments.at(-1)
    // Wide and narrow characters are one text here.
    if (last?.kind === 'text' && segment.kind === 'text' && last.style === segment.style) {
      segments[segments.length - 1] = { ...last, text: last.text + segment.text }
    } else segments.push(segment)
  }
  return segments
}

function toSegment(part: RowSegment): Segment {
  const style = inSixteen(part.style)
  if (part.kind === 'mark') return { kind: 'mark', label: part.label, style }
  if (part.kind === 'link') return { kind: 'link', text: part.text, href: part.href, style }
  return { kind: 'text', text: part.text, style }
}

function inSixteen(style: TextStyle): TextStyle {
  const { foreground, background } = style
  if ((foreground ?? 0) < 16 && (background ?? 0) < 16) return style
  return { ...style, foreground: nearestSixteen(foreground), background: nearestSixteen(background) }
}
