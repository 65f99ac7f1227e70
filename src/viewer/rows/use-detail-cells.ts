import { useEffect, useState } from 'react'
import { plainView } from '#log'

/** Asked for in steps: a scroll sideways changes nothing most of the time. */
const stepCells = 128
/** No face of equal widths has narrower characters, in parts of its size: what is in view is always told apart. */
const narrowest = 0.5

/** Cells from the left that rows are told apart in (`ViewOptions`): what is in view, and half as much beyond it. */
export function useDetailCells(element: HTMLElement | null, fontPx: number): number {
  const [cells, setCells] = useState(plainView.detailCells)
  useEffect(() => {
    if (element === null) return
    const look = (): void => {
      const wanted = (element.scrollLeft + 1.5 * element.clientWidth) / (fontPx * narrowest)
      setCells(Math.max(plainView.detailCells, Math.ceil(wanted / stepCells) * stepCells))
    }
    look()
    element.addEventListener('scroll', look)
    return () => element.removeEventListener('scroll', look)
  }, [element, fontPx])
  return cells
}
