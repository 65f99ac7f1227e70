import type { NodeManInstanceQuery } from '#contract'
import { addressFilter, longestAddresses } from './address-filter.ts'

/*
 * Which hosts of a node-man job are listed: `?status=FAILED&ip=10.0.0.1`, on the page of the job and on that of each of
 * its hosts, so that going from host to host stays among them. Each field falls back by itself.
 */

/** `null` = not filtered. */
export interface NodeManHostFilter {
  readonly status: string | null
  readonly ip: string | null
}

export const allHosts: NodeManHostFilter = { status: null, ip: null }

export function readHostFilter(query: URLSearchParams): NodeManHostFilter {
  return { status: readText(query, 'status', 200), ip: readText(query, 'ip', longestAddresses) }
}

/** Changes the given fields in place. */
export function writeHostFilter(query: URLSearchParams, change: Partial<NodeManHostFilter>): void {
  for (const name of ['status', 'ip'] as const) {
    const value = change[name]
    if (value === null) query.delete(name)
    else if (value !== undefined) query.set(name, value)
  }
}

/** The filter as a query of an in-app address: `''`, or beginning with `?`. */
export function hostFilterQuery(filter: NodeManHostFilter): string {
  const query = new URLSearchParams()
  writeHostFilter(query, filter)
  return query.size === 0 ? '' : `?${query}`
}

/** The filter as the gateway is asked. */
export function askedHosts({ status, ip }: NodeManHostFilter): Partial<NodeManInstanceQuery> {
  return {
    ...(status === null ? {} : { status }),
    ...(ip === null ? {} : { ip: addressFilter(ip) ?? ip }),
  }
}

/** Longer texts are refused by the contract, so they are not asked for at all. */
function readText(query: URLSearchParams, name: string, longest: number): string | null {
  const text = query.get(name)?.trim() ?? ''
  return text === '' || text.length > longest ? null : text
}
