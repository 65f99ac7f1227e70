/*
 * The text of a log that a selection drawn by mouse is to reach. Rows lie over each other's layout, and what is beside their
 * text cannot be selected: from there Chromium answers the first row in the page, or nothing at all, and Firefox the list.
 */

/** Where the mouse is, CSS px in the window. */
export interface MousePoint {
  readonly x: number
  readonly y: number
}

/** As a selection names it. */
export type TextPoint = readonly [node: Node, offset: number]

/** True when the mouse is on the text of a row: there browsers know best. */
export function isOnText(element: HTMLElement, { x, y }: MousePoint): boolean {
  const target = document.elementFromPoint(x, y)
  return target !== null && element.contains(target) && target.closest('.log-text') !== null
}

/** The end of text next to the mouse; null when no row is in view. */
export function textNear(element: HTMLElement, { x, y }: MousePoint): TextPoint | null {
  const box = element.getBoundingClientRect()
  const bottom = box.top + element.clientHeight
  const rows = [...element.querySelectorAll('.log-line')]
    .map((row) => ({ text: row.querySelector('.log-text') ?? row, place: row.getBoundingClientRect() }))
    .filter(({ place }) => place.bottom > box.top && place.top < bottom)
    .sort((one, other) => one.place.top - other.place.top)
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return null
  if (y < Math.max(box.top, first.place.top)) return [first.text, 0]
  if (y >= Math.min(bottom, last.place.bottom)) return endOf(last.text)
  const { text } = rows.find(({ place }) => y < place.bottom) ?? last
  return inRow(text, box, { x, y })
}

/** Beside the view the text at its edge: the rest of a long line is scrolled to first. */
function inRow(text: Element, box: DOMRect, { x, y }: MousePoint): TextPoint {
  const { left, right } = text.getBoundingClientRect()
  if (x < left) return [text, 0]
  if (x > right) return endOf(text)
  const edge = x < box.left ? box.left + 1 : box.right - 1
  // Not in every browser we serve.
  const found = document.caretPositionFromPoint?.(edge, y) ?? null
  if (found !== null && text.contains(found.offsetNode)) return [found.offsetNode, found.offset]
  return x < box.left ? [text, 0] : endOf(text)
}

function endOf(text: Element): TextPoint {
  return [text, text.childNodes.length]
}
