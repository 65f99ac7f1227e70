import { useHref } from 'react-router'
import { isFramed } from './framed.ts'
import { signInAddress } from './sign-in-address.ts'

/** The page that a tab comes to when it was opened for signing in only: it tells the others, and can be closed. */
export const signedInPath = '/signed-in'

/** What an `<a>` that leads to the login page needs. */
export interface SignInLink {
  readonly href: string
  readonly target?: '_blank'
}

/**
 * The way to the login page: `this` tab goes and comes back to the very link, a `new` one leaves everything on screen as
 * it is. Inside a frame it is always a new one. `null` without a login page.
 */
export function useSignInLink(loginUrl: string | null, tab: 'this' | 'new'): SignInLink | null {
  const signedIn = new URL(useHref(signedInPath), window.location.origin).href
  if (loginUrl === null) return null
  const inNewTab = tab === 'new' || isFramed()
  const href = signInAddress(loginUrl, inNewTab ? signedIn : window.location.href)
  if (href === null) return null
  return inNewTab ? { href, target: '_blank' } : { href }
}
