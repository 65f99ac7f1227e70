/** Query parameters that belong to the visit, not to the page: every link inside the app carries them on. */
const visitNames = ['embed', 'lang', 'theme']

/** Those that only mean something in a frame; elsewhere a page may have a parameter of that name. */
const embedNames = ['hide', 'view', 'readonly']

const namesIn = (query: URLSearchParams) => (query.has('embed') ? [...visitNames, ...embedNames] : visitNames)

/**
 * Adds the sticky parameters of the current address (`location.search`) to an in-app address. A value the address
 * already has wins. Fragment and other parameters stay as they are.
 */
export function withStickySearch(to: string, currentSearch: string): string {
  const current = new URLSearchParams(currentSearch)
  const [beforeHash = '', ...hash] = to.split('#')
  const [path = '', ...query] = beforeHash.split('?')
  const wanted = new URLSearchParams(query.join('?'))
  // The version belongs to the address (address-version.ts), the rest to the visit.
  const missing = [...namesIn(current), 'v'].filter((name) => current.has(name) && !wanted.has(name))
  if (missing.length === 0) return to
  for (const name of missing) wanted.set(name, current.get(name) ?? '')
  return [`${path}?${wanted}`, ...hash].join('#')
}

/** A query without what belongs to the visit: `''`, or beginning with `?`. For links that somebody else will open. */
export function withoutStickySearch(search: string): string {
  const query = new URLSearchParams(search)
  const names = namesIn(query)
  if (!names.some((name) => query.has(name))) return search
  for (const name of names) query.delete(name)
  return query.size === 0 ? '' : `?${query}`
}
