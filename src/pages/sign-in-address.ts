/**
 * The login page, told where to come back to: a link from a notification must still work after signing in (product,
 * section 1). BlueKing's login reads `c_url` (bk-nodeman F1); one that is configured already is kept.
 */
export function signInAddress(loginUrl: string, here: string): string {
  if (!URL.canParse(loginUrl)) return loginUrl
  const address = new URL(loginUrl)
  if (!address.searchParams.has('c_url')) address.searchParams.set('c_url', here)
  return address.href
}
