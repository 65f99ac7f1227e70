import { queryOptions } from '@tanstack/react-query'
import type { Api } from '#api'
import { isNodeManUnfinished, type NodeManInstance, type NodeManJob, type NodeManJobId } from '#contract'
import { askedHosts, type NodeManHostFilter } from './node-man-host-filter.ts'

/** The contract's limit for one question. */
const pageSize = 500
/** Ten thousand hosts; nobody goes through more, and a filter finds the others. */
const mostPages = 20
/** Pages asked for at once. */
const atOnce = 3

/** All hosts of a job that pass a filter. */
export interface JobHosts {
  readonly filter: NodeManHostFilter
  readonly job: NodeManJob
  readonly hosts: readonly NodeManInstance[]
  /** How many there are; more than `hosts` when they are too many. */
  readonly total: number
  readonly pages: number
}

/** How far the reading has come: hosts that have been read, and how many there are to read. */
export interface HostsRead {
  readonly read: number
  readonly all: number
}

/** Reads page after page: half a list would put hosts that fail above what is being read. */
export async function readJobHosts(
  api: Api,
  id: NodeManJobId,
  filter: NodeManHostFilter,
  signal: AbortSignal,
  onProgress: (progress: HostsRead) => void = () => undefined,
): Promise<JobHosts> {
  const read = (page: number) => api.nodeManJob(id, { ...askedHosts(filter), page, pageSize }, signal)
  const first = await read(1)
  const pages = Math.max(1, Math.min(mostPages, Math.ceil(first.total / pageSize)))
  const answers = [first]
  const all = Math.min(first.total, mostPages * pageSize)
  const tell = () => onProgress({ read: Math.min(all, answers.length * pageSize), all })
  tell()
  for (let page = 2; page <= pages; page += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, pages - page + 1) }, (_, at) => page + at)
    answers.push(...(await Promise.all(numbers.map(read))))
    tell()
  }
  const hosts = answers.flatMap(({ instances }) => instances.filter(({ ignored }) => !ignored))
  return { filter, job: first.job, hosts, total: first.total, pages }
}

const pollMs = 5_000

/**
 * Milliseconds until the hosts of a job are listed again, `false` for never: as often as one host is looked at; where they
 * fill several pages, as many pages in that time.
 */
export function hostsPollMs(
  hosts: { readonly job: { readonly status: string }; readonly pages: number } | undefined,
): number | false {
  return hosts !== undefined && isNodeManUnfinished(hosts.job.status) ? pollMs * hosts.pages : false
}

/** Options of the query for all hosts that pass a filter, shared by the pages that list them. */
export function allHostsQuery(
  api: Api,
  id: NodeManJobId,
  filter: NodeManHostFilter,
  onProgress?: (progress: HostsRead) => void,
) {
  return queryOptions({
    queryKey: ['node-man-hosts', id, { status: filter.status, ip: filter.ip }],
    queryFn: ({ signal }) => readJobHosts(api, id, filter, signal, onProgress),
    staleTime: ({ state: { data } }) => (hostsPollMs(data) === false ? 60_000 : 2_000),
    retry: false,
    refetchInterval: ({ state: { data } }) => hostsPollMs(data),
  })
}
