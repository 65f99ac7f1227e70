/** Query parameters that belong to the visit, not to the page: every link inside the app carries them on. */
const stickyNames = ['embed', 'lang', 'theme']

/**
 * Adds the sticky parameters of the current address (`location.search`) to an in-app address. A value the address
 * already has wins. Fragment and other parameters stay as they are.
 */
export function withStickySearch(to: string, currentSearch: string): string {
  const current = new URLSearchParams(currentSearch)
  const [beforeHash = '', ...hash] = to.split('#')
  const [path = '', ...query] = beforeHash.split('?')
  const wanted = new URLSearchParams(query.join('?'))
  const missing = stickyNames.filter((name) => current.has(name) && !wanted.has(name))
  if (missing.length === 0) return to
  for (const name of missing) wanted.set(name, current.get(name) ?? '')
  return [`${path}?${wanted}`, ...hash].join('#')
}
