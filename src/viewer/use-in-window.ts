import { useEffect, useRef } from 'react'

/**
 * A log that was linked into is what the page was opened for: on a small screen, below a heading, the page scrolls
 * until all of its lines are in the window. Once, when it `isReady`.
 */
export function useInWindow(element: HTMLElement | null, isReady: boolean): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (!isReady || isDone.current || element === null) return
    isDone.current = true
    // Not `scrollIntoView`: that would scroll a page around this one too.
    const { top, bottom } = (element.closest('.log-viewer') ?? element).getBoundingClientRect()
    window.scrollBy({ top: Math.max(0, Math.min(top, bottom - window.innerHeight)) })
  }, [element, isReady])
}
