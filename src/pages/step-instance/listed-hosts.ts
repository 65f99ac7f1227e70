const longest = 80

/** The hosts of a list, as many of them as a filter's chip has room for. */
export function listedHosts(hosts: string): string {
  const words = hosts.trim().split(/[\s,]+/)
  const written = words.map((word) => word.replace(/^0:/, '')).join(', ')
  return written.length > longest ? `${written.slice(0, longest)}…` : written
}
