import { useEffect } from 'react'
import { isOnText, type MousePoint, type TextPoint, textNear } from './drag-point.ts'
import { rowIndexOf } from './row-places.ts'

/** A press that moves less, CSS px, is a click. */
const slackPx = 3

interface Drag {
  readonly from: MousePoint
  /** The same object as `from` until the mouse has moved. */
  readonly to: MousePoint
  /** Where it begins when it was not begun on text. */
  readonly begin: TextPoint | null
}

/**
 * Leads a selection that is drawn by mouse where browsers lose it: over the numbers, below the last line, and above, below
 * and beside the view, where the log scrolls by itself. On the text of a row they are left alone.
 */
export function useDragSelection(element: HTMLElement | null): void {
  useEffect(() => {
    if (element === null) return
    let drag: Drag | null = null
    const lead = (): void => {
      if (drag !== null) select(element, drag)
    }
    const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
      if (drag === null || (drag.to === drag.from && Math.hypot(x - drag.from.x, y - drag.from.y) < slackPx))
        return
      drag = { ...drag, to: { x, y } }
      // After what the browser makes of it, and before it is painted.
      requestAnimationFrame(lead)
    }
    const end = (): void => {
      lead()
      drag = null
      document.removeEventListener('pointermove', move)
    }
    const begin = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.button !== 0 || !canBegin(element, event)) return
      const from = { x: event.clientX, y: event.clientY }
      // With Shift it goes on from where the last one began.
      const begin = event.shiftKey || isOnText(element, from) ? null : textNear(element, from)
      drag = { from, to: from, begin }
      document.addEventListener('pointermove', move)
    }
    element.addEventListener('pointerdown', begin)
    // Scrolled by the browser, the mouse may rest.
    element.addEventListener('scroll', lead)
    document.addEventListener('selectionchange', lead)
    document.addEventListener('pointerup', end)
    document.addEventListener('pointercancel', end)
    return () => {
      element.removeEventListener('pointerdown', begin)
      element.removeEventListener('scroll', lead)
      document.removeEventListener('selectionchange', lead)
      document.removeEventListener('pointerup', end)
      document.removeEventListener('pointercancel', end)
      document.removeEventListener('pointermove', move)
    }
  }, [element])
}

/** Neither on a scrollbar nor on what is there to be clicked. */
function canBegin(element: HTMLElement, { target, clientX, clientY }: PointerEvent): boolean {
  const { left, top } = element.getBoundingClientRect()
  const isInside = clientX - left < element.clientWidth && clientY - top < element.clientHeight
  return isInside && target instanceof Element && target.closest('a, button') === null
}

function select(element: HTMLElement, { from, to, begin }: Drag): void {
  const selection = document.getSelection()
  if (selection === null || from === to) return
  const isLost = !isOnText(element, to)
  if (!isLost && begin === null) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (anchorNode === null || focusNode === null) return
  const first = begin ?? ([anchorNode, anchorOffset] as const)
  const last = isLost ? textNear(element, to) : ([focusNode, focusOffset] as const)
  if (rowIndexOf(first[0]) === null || last === null) return
  const isSame =
    anchorNode === first[0] && anchorOffset === first[1] && focusNode === last[0] && focusOffset === last[1]
  if (!isSame) selection.setBaseAndExtent(...first, ...last)
}
