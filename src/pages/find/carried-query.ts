import { isAddress, isDecimalId } from '#contract'

/*
 * What of a foreign link's query goes along to our page of the step. Names are translated one by one: the job platform's
 * `from` and ours are two different things.
 */

/** Our own names, for whoever adds them to a link of the platform or of node-man: "this host, these lines". */
const ofReader = ['line', 'anchor', 'find', 'find-as', 'only', 'others', 'around', 'least']
const ofStep = ['host', 'hosts', 'filter', ...ofReader]
const ofNodeManInstance = ['step', 'task', ...ofReader]

/**
 * Attempt, batch, host and lines, as the query of our step page. The platform's pages write `executeCount`, its
 * notifications `retryCount`, its API `execute_count`, for the same number, 0 for the first attempt (bk-job C.6).
 */
export function stepQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  const put = (name: string, value: string | null) => {
    if (value !== null && value !== '') kept.set(name, value)
  }
  put('executeCount', count(firstOf(query, ['executeCount', 'retryCount', 'execute_count', 'retry_count'])))
  const batch = count(query.get('batch'))
  put('batch', batch === '0' ? null : batch)
  put('host', hostOf(query))
  for (const name of ofStep) put(name, query.get(name))
  return kept.size === 0 ? '' : `?${kept}`
}

/** Step, attempt and lines, as the query of our page of a node-man instance. */
export function nodeManInstanceQuery(query: URLSearchParams): string {
  return only(query, ofNodeManInstance)
}

/** The step to show, as the query of our page of the job instance. */
export function jobInstanceQuery(query: URLSearchParams): string {
  return only(query, ['step'])
}

function only(query: URLSearchParams, names: readonly string[]): string {
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = query.get(name)
    if (value !== null && value !== '') kept.set(name, value)
  }
  return kept.size === 0 ? '' : `?${kept}`
}

/** The first of these parameters that is given. */
export function firstOf(query: URLSearchParams, names: readonly string[]): string | null {
  for (const name of names) {
    const value = query.get(name)
    if (value !== null && value !== '') return value
  }
  return null
}

/** The host as the API names it: `bk_host_id`, or `bk_cloud_id` and `ip` (bk-job A.4). */
function hostOf(query: URLSearchParams): string | null {
  const id = firstOf(query, ['bk_host_id', 'host_id'])
  if (id !== null && isDecimalId(id)) return id
  const ip = firstOf(query, ['ip', 'ipv6', 'bk_host_innerip'])
  const cloudId = query.get('bk_cloud_id') ?? '0'
  return ip !== null && isAddress(ip) && isDecimalId(cloudId) ? `${cloudId}:${ip}` : null
}

function count(text: string | null): string | null {
  return text !== null && /^\d{1,4}$/.test(text) ? text : null
}
