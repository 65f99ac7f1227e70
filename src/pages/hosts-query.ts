/** A list of hosts this long, as keys, still fits a link. */
const longestHosts = 6000

/** A filter longer than this is left out of links by the step's page. */
const longestFilter = 2000

/**
 * What brings hosts along to a step, or to a job instance for its steps: one is opened; several are asked for where a
 * deployment cannot list hosts (`hosts`), and are the ones shown where it can (`filter`). Empty for none, `null` when no
 * link can carry them.
 */
export function hostsQuery(keys: readonly string[]): string | null {
  const written = keys.join(' ')
  if (written === '') return ''
  if (written.length > longestHosts) return null
  if (keys.length === 1) return `?${new URLSearchParams({ host: written })}`
  const filter = written.length > longestFilter ? {} : { filter: written }
  return `?${new URLSearchParams({ hosts: written, ...filter })}`
}
