import { useHref, useLocation } from 'react-router'
import { withoutStickySearch } from '#ui'

/** The page shown, as it is opened outside a frame: without what belongs to the frame. */
export function useOutsideHref(): string {
  const { pathname, search } = useLocation()
  return useHref(`${pathname}${withoutStickySearch(search)}`)
}
