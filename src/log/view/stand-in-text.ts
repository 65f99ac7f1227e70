import type { LogDocument } from '../log-document.ts'
import { decorateLine } from '../text/decorate-line.ts'
import type { RowSegment } from '../text/row-segment.ts'
import type { Segment } from '../text/segment.ts'
import { plainStyle, type TextStyle } from '../text/text-style.ts'

/* Stands in for what `text/` is about to offer, until it does. */

export interface LinePiece {
  readonly byteStart: number
  readonly byteEnd: number
}

export interface PlayedText {
  readonly text: string
  readonly endStyle: TextStyle
  readonly overwrittenCount: number
  readonly segments: readonly Segment[]
}

export const pieceBytes = 8 * 1024

export function piecesOf(document: LogDocument, lineIndex: number): readonly LinePiece[] {
  const [start, end] = document.bounds(lineIndex)
  const pieces: LinePiece[] = []
  let byteStart = start
  do {
    let byteEnd = Math.min(end, byteStart + pieceBytes)
    while (byteEnd < end && ((document.read(byteEnd, byteEnd + 1)[0] ?? 0) & 0xc0) === 0x80) byteEnd -= 1
    pieces.push({ byteStart, byteEnd })
    byteStart = byteEnd
  } while (byteStart < end)
  return pieces
}

function shown(segment: Segment): string {
  return segment.kind === 'mark' ? '?' : segment.text
}

export function playText(text: string): PlayedText {
  const segments = decorateLine(text)
  return { text: segments.map(shown).join(''), endStyle: plainStyle, overwrittenCount: 0, segments }
}

export function segmentsOf(played: PlayedText, from: number, to: number): readonly RowSegment[] {
  const found: RowSegment[] = []
  let start = 0
  for (const segment of played.segments) {
    const text = shown(segment).slice(Math.max(0, from - start), Math.max(0, to - start))
    start += shown(segment).length
    const shared = { text, cells: text.length, isWide: false, matchOffset: null, style: segment.style }
    if (text === '') continue
    if (segment.kind === 'mark') found.push({ ...shared, kind: 'mark', label: segment.label })
    else if (segment.kind === 'text') found.push({ ...shared, kind: 'text' })
    else found.push({ ...shared, kind: 'link', href: segment.href, isNamed: false })
  }
  return found
}

export function breakRows(played: PlayedText, columns: number): readonly number[] {
  const count = Math.max(1, Math.ceil(played.text.length / columns))
  return Array.from({ length: count }, (_, row) => row * columns)
}

export function countRows(bytes: Uint8Array, columns: number): number {
  return breakRows(playText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)), columns).length
}

export function statesOf(text: string): readonly string[] {
  return text.split('\r')
}
