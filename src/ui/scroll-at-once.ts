import { flushSync } from 'react-dom'

/**
 * What listens to `element` scroll is rendered in the frame that paints it. Left to React, a scroll is rendered when there is
 * time next: where that is after the frame, rows come into view that are not there yet.
 * @returns stops it
 */
export function scrollAtOnce(element: HTMLElement): () => void {
  const onScroll = ({ isTrusted }: Event): void => {
    // Told to all listeners within one render; the browser's own news then finds nothing new.
    if (isTrusted) flushSync(() => element.dispatchEvent(new Event('scroll')))
  }
  element.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => element.removeEventListener('scroll', onScroll, { capture: true })
}
