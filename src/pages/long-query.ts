/*
 * A page may know more than an address can carry: a thousand pasted addresses to filter by. What does not fit is kept
 * beside the address, in the entry of the browser's history, where the back button and a reload find it.
 */

/** The gateway takes addresses of 8,000 characters, and many a server before it no more; path and origin need some. */
const longestQuery = 7_500

/** Firefox throws beyond 16 MiB of state. */
const longestKept = 4_000_000

/** The query without its longest fields, as many as it takes to fit into an address. */
export function fitQuery(query: string): string {
  if (query.length <= longestQuery) return query
  const fields = [...new URLSearchParams(query)].map((field) => `${new URLSearchParams([field])}`)
  const bySize = fields.toSorted((a, b) => b.length - a.length)
  let excess = query.length - longestQuery
  const dropped = new Set<string>()
  for (const field of bySize) {
    if (excess <= 0) break
    dropped.add(field)
    excess -= field.length + 1
  }
  const kept = fields.filter((field) => !dropped.has(field))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

/** True when a link to the page does not carry this field of its query. */
export function isLeftOut(query: string, name: string): boolean {
  return query.length > longestQuery && !new URLSearchParams(fitQuery(query)).has(name)
}

/** The state of a history entry whose address cannot carry the query; null where none is needed, or none would do. */
export function stateOf(query: string, fitted: string): { readonly query: string } | null {
  return query === fitted || query.length > longestKept ? null : { query }
}

/** The query that {@link stateOf} kept beside an address, else the one in the address. */
export function wholeQuery(search: string, state: unknown): string {
  if (typeof state !== 'object' || state === null || !('query' in state)) return search
  const { query } = state
  return typeof query === 'string' && fitQuery(query) === search ? query : search
}
