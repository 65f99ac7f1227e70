import type { LinePlace, LogView, ViewRow } from '#log'

/*
 * Between the browser's selection and places in the log. A row's text element has one child node per segment, in
 * order, so a point in the page is a segment and an offset in it. Marks show a label for one character.
 */

/** Attribute of a row's element that tells its index. */
const rowAttribute = 'data-row'
const textClass = 'log-text'

/** The row that holds a node; null outside the rows. */
export function rowIndexOf(node: Node | null): number | null {
  const row = rowElementOf(node)
  return row === null ? null : Number(row.getAttribute(rowAttribute))
}

/** The place in the log that a point of the page stands for; null when it is in no row that is here. */
export function placeOfPoint(view: LogView, node: Node | null, offset: number): LinePlace | null {
  const rowElement = rowElementOf(node)
  const rowIndex = rowIndexOf(node)
  const row = rowIndex === null ? undefined : view.peek(rowIndex)
  if (node === null || rowElement === null || row === undefined) return null
  if (row.kind === 'gap') return { lineIndex: row.firstLineIndex, pieceIndex: 0, offset: 0 }
  const text = rowElement.querySelector(`.${textClass}`)
  const { lineIndex, pieceIndex } = row
  return { lineIndex, pieceIndex, offset: row.offset + offsetInRow(row, text, node, offset) }
}

function offsetInRow(
  row: Extract<ViewRow, { kind: 'line' }>,
  text: Element | null,
  node: Node,
  offset: number,
): number {
  const lengths = row.segments.map((segment) => segment.text.length)
  const before = (segmentIndex: number): number =>
    lengths.slice(0, segmentIndex).reduce((sum, length) => sum + length, 0)
  if (text === null) return 0
  if (node === text) return before(offset)
  if (!text.contains(node)) return isBefore(node, text) ? 0 : before(lengths.length)
  const child = [...text.childNodes].findIndex((one) => one.contains(node))
  const length = lengths[child] ?? 0
  const isMark = row.segments[child]?.kind === 'mark'
  const inside = node.nodeType === Node.TEXT_NODE ? offset : offset > 0 ? length : 0
  return before(child) + Math.min(isMark && inside > 0 ? length : inside, length)
}

function isBefore(node: Node, other: Node): boolean {
  return (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The point of the page that shows an offset of a row; null when the row is not in the page. */
export function pointOfPlace(
  list: Element,
  rowIndex: number,
  row: ViewRow,
  place: LinePlace,
): readonly [node: Node, offset: number] | null {
  const text = list.querySelector(`[${rowAttribute}="${rowIndex}"] .${textClass}`)
  if (text === null || row.kind === 'gap') return null
  let rest = place.offset - row.offset
  for (const [index, segment] of row.segments.entries()) {
    const child = text.childNodes[index]
    if (child === undefined) break
    if (rest <= segment.text.length) {
      const inner = child.nodeType === Node.TEXT_NODE ? child : child.firstChild
      if (inner === null || segment.kind === 'mark') return [text, rest === 0 ? index : index + 1]
      return [inner, Math.max(0, rest)]
    }
    rest -= segment.text.length
  }
  return [text, text.childNodes.length]
}

/** Negative when `one` comes before `other`. */
export function comparePlaces(one: LinePlace, other: LinePlace): number {
  return one.lineIndex - other.lineIndex || one.pieceIndex - other.pieceIndex || one.offset - other.offset
}

function rowElementOf(node: Node | null): Element | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest(`[${rowAttribute}]`) ?? null
}
