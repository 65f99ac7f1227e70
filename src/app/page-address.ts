import { withoutStickySearch } from '#ui'

/** True for the page of one execution: what is worth going back to. */
export function isExecution(pathname: string): boolean {
  return /\/job-instances\/\d+|^\/node-man\/jobs\/\d+/.test(pathname)
}

/** Where one is in a list, which is not what it lists. */
const passing = ['page', 'runs', 'compare']

/** The address to star: an execution without its query, a list with its filters; null for any other page. */
export function starAddress(pathname: string, search: string): string | null {
  if (isExecution(pathname)) return pathname
  if (!/^\/(?:[a-z_]+\/\d+\/job-instances|node-man\/jobs)\/?$/.test(pathname)) return null
  const query = new URLSearchParams(withoutStickySearch(search))
  for (const name of passing) query.delete(name)
  return query.size === 0 ? pathname : `${pathname}?${query}`
}
