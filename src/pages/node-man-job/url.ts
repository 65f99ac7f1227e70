import { type NodeManJobId, nodeManJobParamsSchema } from '#contract'
import type { Sort } from '#ui'
import { type NodeManHostFilter, readHostFilter, writeHostFilter } from '../node-man-host-filter.ts'

/*
 * The address of one node-man job: `/node-man/jobs/{jobId}?status=FAILED&ip=10.0.0.1&page=2&size=200&sort=-duration`. Every
 * field falls back by itself; defaults are left out; what is not ours stays.
 */

/** Hosts on one page; upstream bounds nothing, the contract does. */
export const pageSizes = [50, 100, 200, 500] as const
export type PageSize = (typeof pageSizes)[number]

/** Everything the query says. `pageNumber` starts at 1. */
export interface NodeManJobUrl extends NodeManHostFilter {
  readonly pageNumber: number
  readonly pageSize: PageSize
  /** `null`: by address, page by page. */
  readonly sort: Sort | null
}

/** What hosts can be sorted by. */
const hostColumnIds = [
  'address',
  'status',
  'statusText',
  'step',
  'cloud',
  'business',
  'operation',
  'started',
  'duration',
] as const

/** The job the path names; `null` when it names none. */
export function readNodeManJobId(params: Readonly<Record<string, string | undefined>>): NodeManJobId | null {
  const { jobId } = params
  const parsed = nodeManJobParamsSchema.safeParse({ nodeManJobId: jobId })
  return parsed.success ? parsed.data.nodeManJobId : null
}

export function readNodeManJobUrl(search: URLSearchParams): NodeManJobUrl {
  const page = search.get('page') ?? ''
  const size = Number(search.get('size'))
  return {
    ...readHostFilter(search),
    pageNumber: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    pageSize: pageSizes.find((one) => one === size) ?? pageSizes[0],
    sort: readSort(search.get('sort') ?? ''),
  }
}

export function writeNodeManJobUrl(previous: URLSearchParams, url: NodeManJobUrl): URLSearchParams {
  const next = new URLSearchParams(previous)
  writeHostFilter(next, url)
  put(next, 'page', url.pageNumber === 1 ? null : String(url.pageNumber))
  put(next, 'size', url.pageSize === pageSizes[0] ? null : String(url.pageSize))
  put(next, 'sort', url.sort === null ? null : `${url.sort.descending ? '-' : ''}${url.sort.columnId}`)
  return next
}

function readSort(text: string): Sort | null {
  const descending = text.startsWith('-')
  const columnId = hostColumnIds.find((id) => id === text.slice(descending ? 1 : 0))
  return columnId === undefined ? null : { columnId, descending }
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name)
  else search.set(name, value)
}
