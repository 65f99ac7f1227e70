import { isDecimalId, type NodeManJobId } from '#contract'
import { longestAddresses } from '../address-filter.ts'

/*
 * The address of the node-man job list: `/node-man/jobs?status=FAILED&page=2`. Every field falls back by itself;
 * defaults are left out; what is not ours stays.
 */

const filterNames = ['status', 'operator', 'ip', 'id'] as const

/** Everything the address of the list says; `null` = not filtered. `pageNumber` starts at 1. */
export interface NodeManJobsUrl {
  readonly status: string | null
  readonly operator: string | null
  readonly ip: string | null
  readonly id: NodeManJobId | null
  readonly pageNumber: number
}

export function readNodeManJobsUrl(search: URLSearchParams): NodeManJobsUrl {
  const page = search.get('page') ?? ''
  return {
    status: readText(search, 'status'),
    operator: readText(search, 'operator'),
    ip: readText(search, 'ip', longestAddresses),
    id: toNodeManJobId(search.get('id') ?? ''),
    pageNumber: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

export function writeNodeManJobsUrl(previous: URLSearchParams, url: NodeManJobsUrl): URLSearchParams {
  const next = new URLSearchParams(previous)
  for (const name of filterNames) put(next, name, url[name])
  put(next, 'page', url.pageNumber === 1 ? null : String(url.pageNumber))
  return next
}

/** True when the list is narrowed by anything. */
export function isFiltered(url: NodeManJobsUrl): boolean {
  return filterNames.some((name) => url[name] !== null)
}

/** A job id as typed by a person, blanks around it allowed; `null` when it is none. */
export function toNodeManJobId(text: string): NodeManJobId | null {
  const id = text.trim()
  return isDecimalId(id) ? (id as NodeManJobId) : null
}

/** Longer texts are refused by the contract, so they are not asked for at all. */
function readText(search: URLSearchParams, name: string, longest = 200): string | null {
  const text = search.get(name)?.trim() ?? ''
  return text === '' || text.length > longest ? null : text
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name)
  else search.set(name, value)
}
