import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

interface KeepPlace {
  readonly element: HTMLElement | null
  readonly totalRows: number
  readonly rowPx: number
  readonly follow: boolean
  readonly isWhole: boolean
  /** Height of the view, kept up to date here. */
  readonly viewportPx: RefObject<number | null>
  /** The end is in view, and not all of the log. */
  readonly isAtEndBelowTop: () => boolean
  /** `wasAtEnd`: the view has another height, and before that it stood at the end. */
  readonly keep: (wasAtEnd: boolean) => void
}

/**
 * Growth, a new height and other row heights must not move what is read, unless the end is being followed. Who has come to
 * the end stays there when the height changes: what would slide away is the last line.
 */
export function useKeepPlace(options: KeepPlace): void {
  const { element, totalRows, rowPx, follow, isWhole, viewportPx } = options
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  // Before the first line there is nothing to keep, and before its height is told the view is not laid out.
  const keepNow = useCallback(
    (wasAtEnd: boolean) => {
      if (latest.current.totalRows > 0 && viewportPx.current !== null) latest.current.keep(wasAtEnd)
    },
    [viewportPx],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the occasions, not the ingredients
  useLayoutEffect(() => keepNow(false), [totalRows, rowPx, follow, isWhole])
  useLayoutEffect(() => {
    if (element === null) return
    // First called in the frame that shows the reader: nothing has to be measured when it mounts.
    const observer = new ResizeObserver(() => {
      // react-window may begin to observe the element in this very render: what is as deep as the one that is told is told
      // a frame late, as an error of the window. So the element is told after the one around it, in the same frame.
      observer.observe(element)
      const wasAtEnd = viewportPx.current !== null && latest.current.isAtEndBelowTop()
      viewportPx.current = element.clientHeight
      flushSync(() => keepNow(wasAtEnd))
    })
    observer.observe(element.parentElement ?? element)
    return () => {
      observer.disconnect()
      viewportPx.current = null
    }
  }, [element, viewportPx, keepNow])
}
