import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { isFocusFree, isFramed } from '#ui'

/**
 * A link that leads on goes with its page, and the focus would fall back to the top of the document: keys go on in the
 * new page's content instead (WCAG 2.4.3). Not on the first page, not where something of the new page has taken it, and
 * not in a frame that does not have it: a redirect there, or the parent's own `goTo`, leaves it with the parent.
 */
export function useFocusOnArrival(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    if (isFramed() && !document.hasFocus()) return
    if (isFocusFree()) document.getElementById('content')?.focus({ preventScroll: true })
  }, [pathname])
}
