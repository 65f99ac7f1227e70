import { useLayoutEffect } from 'react'

/**
 * The list stays as wide as its widest row has been. Otherwise the scrollbar under it would come and go with long lines that
 * scroll by, each time with another height of the view; and who reads far to the right would be taken back to the left.
 * @param layout another value means: other rows
 */
export function useKeptWidth(element: HTMLElement | null, layout: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: an occasion to begin anew
  useLayoutEffect(() => {
    if (element === null) return
    const list = (): HTMLElement | null => element.querySelector('.log-rows')
    let widestPx = 0
    // Told of each place right after it was read where that is: asking for the width lays nothing out anew.
    const keep = (): void => {
      const { scrollWidth, clientWidth } = element
      const rows = list()
      if (rows === null || scrollWidth <= Math.max(widestPx, clientWidth)) return
      widestPx = scrollWidth
      rows.style.minWidth = `${scrollWidth}px`
    }
    element.addEventListener('scroll', keep, { passive: true })
    return () => {
      element.removeEventListener('scroll', keep)
      list()?.style.removeProperty('min-width')
    }
  }, [element, layout])
}
