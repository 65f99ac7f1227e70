/** A list of hosts this long, as keys, still fits a link. */
const longestHosts = 6000

/**
 * What brings hosts along to a step, or to a job instance for its steps: one is opened; several are asked for where a
 * deployment cannot list hosts, and are the ones shown where it can. Empty for none, `null` when no link can carry them.
 */
export function hostsQuery(keys: readonly string[]): string | null {
  const written = keys.join(' ')
  if (written === '') return ''
  if (written.length > longestHosts) return null
  return `?${new URLSearchParams({ [keys.length === 1 ? 'host' : 'hosts']: written })}`
}

/** What brings hosts along to a job instance, of which one step is meant; empty for none, `null` when no link can. */
export function jobHostsQuery(keys: readonly string[]): string | null {
  const ofStep = hostsQuery(keys)
  return ofStep === null || ofStep === '' ? ofStep : `?${new URLSearchParams({ hosts: keys.join(' ') })}`
}
