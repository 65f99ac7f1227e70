import { type NodeManJobId, nodeManJobParamsSchema } from '#contract'

/*
 * The address of one node-man job: `/node-man/jobs/{jobId}?status=FAILED&ip=10.0.0.1&page=2`. Every field falls
 * back by itself; defaults are left out; what is not ours stays.
 */

/** Everything the query says; `null` = not filtered. `pageNumber` starts at 1. */
export interface NodeManJobUrl {
  readonly status: string | null
  readonly ip: string | null
  readonly pageNumber: number
}

/** The job the path names; `null` when it names none. */
export function readNodeManJobId(params: Readonly<Record<string, string | undefined>>): NodeManJobId | null {
  const { jobId } = params
  const parsed = nodeManJobParamsSchema.safeParse({ nodeManJobId: jobId })
  return parsed.success ? parsed.data.nodeManJobId : null
}

export function readNodeManJobUrl(search: URLSearchParams): NodeManJobUrl {
  const page = search.get('page') ?? ''
  return {
    status: readText(search, 'status'),
    ip: readText(search, 'ip'),
    pageNumber: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

export function writeNodeManJobUrl(previous: URLSearchParams, url: NodeManJobUrl): URLSearchParams {
  const next = new URLSearchParams(previous)
  put(next, 'status', url.status)
  put(next, 'ip', url.ip)
  put(next, 'page', url.pageNumber === 1 ? null : String(url.pageNumber))
  return next
}

/** Longer texts are refused by the contract, so they are not asked for at all. */
function readText(search: URLSearchParams, name: string): string | null {
  const text = search.get(name)?.trim() ?? ''
  return text === '' || text.length > 200 ? null : text
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name)
  else search.set(name, value)
}
