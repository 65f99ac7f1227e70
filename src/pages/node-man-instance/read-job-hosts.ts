import type { Api } from '#api'
import type { NodeManInstance, NodeManJob, NodeManJobId } from '#contract'
import { askedHosts, type NodeManHostFilter } from '../node-man-host-filter.ts'

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

/** Reads page after page: half a list would put hosts that fail above what is being read. */
export async function readJobHosts(
  api: Api,
  id: NodeManJobId,
  filter: NodeManHostFilter,
  signal: AbortSignal,
): Promise<JobHosts> {
  const read = (page: number) => api.nodeManJob(id, { ...askedHosts(filter), page, pageSize }, signal)
  const first = await read(1)
  const pages = Math.max(1, Math.min(mostPages, Math.ceil(first.total / pageSize)))
  const answers = [first]
  for (let page = 2; page <= pages; page += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, pages - page + 1) }, (_, at) => page + at)
    answers.push(...(await Promise.all(numbers.map(read))))
  }
  const hosts = answers.flatMap(({ instances }) => instances.filter(({ ignored }) => !ignored))
  return { filter, job: first.job, hosts, total: first.total, pages }
}
