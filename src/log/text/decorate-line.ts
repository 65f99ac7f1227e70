import { findLinks } from './links.ts'
import { markLabel, needsCare } from './marks.ts'
import type { Segment } from './segment.ts'
import { type Cell, playLine } from './terminal-line.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/**
 * Turns the text of one line into what is to be shown: colours, links, marks. Pure, total (any string), and
 * linear in the length of the line. Style does not carry over from the line before.
 */
export function decorateLine(text: string): readonly Segment[] {
  if (text === '') return []
  const segments = needsCare(text) ? toSegments(playLine(text)) : [textSegment(text, plainStyle)]
  return text.includes('://') ? splitLinks(segments) : segments
}

function textSegment(text: string, style: TextStyle): Segment {
  return { kind: 'text', text, style }
}

/** Joins neighbours of one style; a character that must not be shown raw becomes a mark of its own. */
function toSegments(cells: readonly Cell[]): readonly Segment[] {
  const segments: Segment[] = []
  let text = ''
  let textStyle = plainStyle
  const flush = (): void => {
    if (text !== '') segments.push(textSegment(text, textStyle))
    text = ''
  }
  cells.forEach(({ character, style }, index) => {
    const label = markLabel(character, cells[index - 1]?.character ?? '', cells[index + 1]?.character ?? '')
    if (label !== null || style !== textStyle) flush()
    textStyle = style
    if (label === null) text += character
    else segments.push({ kind: 'mark', label, style })
  })
  flush()
  return segments
}

/** A link may run through several colours: each part of it links to the whole address. */
function splitLinks(segments: readonly Segment[]): readonly Segment[] {
  // A mark stands as a blank, so that no link runs through an invisible character.
  const joined = segments.map((segment) => (segment.kind === 'mark' ? ' ' : segment.text)).join('')
  const links = findLinks(joined)
  if (links.length === 0) return segments
  const result: Segment[] = []
  let start = 0
  let linkIndex = 0
  for (const segment of segments) {
    if (segment.kind === 'mark') {
      result.push(segment)
      start += 1
      continue
    }
    const end = start + segment.text.length
    let position = start
    while (position < end) {
      while ((links[linkIndex]?.end ?? Number.POSITIVE_INFINITY) <= position) linkIndex += 1
      const link = links[linkIndex]
      const inLink = link !== undefined && link.start <= position
      const to = Math.min(end, (inLink ? link.end : link?.start) ?? end)
      const text = joined.slice(position, to)
      const { style } = segment
      if (inLink) result.push({ kind: 'link', text, href: joined.slice(link.start, link.end), style })
      else result.push(textSegment(text, style))
      position = to
    }
    start = end
  }
  return result
}
