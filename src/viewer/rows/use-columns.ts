import { useLayoutEffect, useState } from 'react'

/** Narrower rows are no rows any more: then the text scrolls sideways a little. */
const fewestColumns = 20
/** Room after the text, so that its last character is not under the scrollbar. */
const marginPx = 20

interface ColumnsOptions {
  readonly element: HTMLElement | null
  readonly isWrapped: boolean
  readonly fontPx: number
  /** Characters and pixels that stand before the text of a row. */
  readonly gutterCells: number
  readonly gutterPx: number
}

/** How many characters fit in a row, as long as rows are wrapped; null else. Follows the width of the reader. */
export function useColumns(options: ColumnsOptions): number | null {
  const { element, isWrapped, fontPx, gutterCells, gutterPx } = options
  const [columns, setColumns] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (element === null || !isWrapped) return setColumns(null)
    const measure = (): void => {
      const room = element.clientWidth - gutterPx - marginPx
      setColumns(Math.max(fewestColumns, Math.floor(room / characterPx(element, fontPx)) - gutterCells))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, isWrapped, fontPx, gutterCells, gutterPx])
  return isWrapped ? columns : null
}

const measured = 100

/** Width of one character of the log's face. */
function characterPx(element: HTMLElement, fontPx: number): number {
  const probe = document.createElement('span')
  probe.textContent = '0'.repeat(measured)
  probe.style.cssText = 'position: absolute; visibility: hidden'
  element.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return width > 0 ? width / measured : fontPx * 0.6
}
