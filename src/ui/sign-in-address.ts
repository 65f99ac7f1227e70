/**
 * The login page, told where to come back to: a link from a notification must still work after signing in (product,
 * section 1). BlueKing's login reads `c_url` (bk-nodeman F1). `here` replaces one that is configured: whoever followed
 * a link wants to be there, not on a start page. `null` for a login page or a way back that is not http(s).
 */
export function signInAddress(loginUrl: string, here: string): string | null {
  if (!isWebAddress(loginUrl) || !isWebAddress(here)) return null
  const address = new URL(loginUrl)
  address.searchParams.set('c_url', here)
  return address.href
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
