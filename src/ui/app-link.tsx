import { styled } from '@mui/material/styles'
import { type ComponentProps, type MouseEvent, useCallback } from 'react'
import { useHref, useLinkClickHandler, useLocation, useNavigate } from 'react-router'
import { withStickySearch } from './sticky-search.ts'

export interface AppLinkProps extends ComponentProps<'a'> {
  /** An in-app address without the base path: `/biz/2/job-instances?status=4`. */
  readonly to: string
}

/** A real `<a href>` inside the app; it keeps what belongs to the visit (`embed` and its flags, `lang`, `theme`). */
export function AppLink({ to, onClick, target, ...rest }: AppLinkProps) {
  const path = useAppHref(to)
  // Not the router's own link: that one brings along the script to prefetch pages.
  const follow = useLinkClickHandler<HTMLAnchorElement>(path, target === undefined ? {} : { target })
  const handleClick = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (!event.defaultPrevented) follow(event)
  }
  return <Anchor {...rest} href={useHref(path)} target={target} onClick={handleClick} />
}

/** The same address rule for `<Redirect>` and for `component={Link}` uses. */
export function useAppHref(to: string): string {
  return withStickySearch(to, useLocation().search)
}

/** Goes to an in-app address as an AppLink would; `replace` leaves no entry to come back to. */
export function useAppNavigate(): (to: string, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate()
  const { search } = useLocation()
  return useCallback(
    (to, options = {}) => void navigate(withStickySearch(to, search), options),
    [navigate, search],
  )
}

/** A link out of the app, in a window of its own. */
export function OutLink(props: ComponentProps<'a'>) {
  return <Anchor {...props} target="_blank" rel="noopener noreferrer" />
}

const Anchor = styled('a')(({ theme }) => ({
  color: (theme.vars ?? theme).palette.primary.main,
  textUnderlineOffset: '0.15em',
  textDecorationThickness: 1,
  '&:not(:hover)': { textDecorationColor: 'color-mix(in srgb, currentColor 35%, transparent)' },
}))
