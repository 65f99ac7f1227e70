/*
 * The address shapes Joblens understands: its own, the job platform's, node-man's, and plain parameters. Paths are
 * matched at their end, because every system may be served under a sub-path. docs/links.md lists them all.
 */
import { withoutStickySearch } from '#ui'
import { firstOf } from './carried-query.ts'
import { readDecimalId, readScopePair } from './ids-in-text.ts'
import { type Address, type Shape, scopePart, toAddress } from './link-address.ts'
import { nodeManShapes, nodeManTarget } from './node-man-links.ts'
import { platformShapes } from './platform-links.ts'
import type { Target } from './target.ts'

/** The target an address names; null when it has none of the known shapes. */
export function readAddress(address: Address): Target | null {
  const target = readPlain(address)
  if (target !== null) return target
  const inside = wrapped(address)
  return inside === null ? null : readPlain(inside)
}

function readPlain(address: Address): Target | null {
  for (const shape of shapes) {
    const target = shape(address)
    if (target !== null) return target
  }
  return null
}

/** A link on its way through another page: PaaS' `/console/?app=bk_job&url=…`, a login page's `?c_url=…`. */
function wrapped({ query }: Address): Address | null {
  const link = firstOf(query, ['url', 'c_url'])
  return link === null ? null : toAddress(link)
}

const ownJobs: Shape = ({ path, query }) => {
  const match = new RegExp(`/${scopePart}/job-instances(?:/([^/]+)(?:/steps/([^/]+))?)?/?$`).exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  if (match === null || scope === null) return null
  const [jobInstance, step] = [match[3], match[4]]
  const rest = { scope, likelyScope: null, query: pageQuery(query) }
  if (jobInstance === undefined) return { kind: 'job-instances', scope, query: rest.query }
  const jobInstanceId = readDecimalId(jobInstance)
  if (step === undefined) return { kind: 'job-instance', jobInstanceId, ...rest }
  return { kind: 'step-instance', jobInstanceId, stepInstanceId: readDecimalId(step), ...rest }
}

const ownNodeMan: Shape = ({ path, query }) => {
  const match = /\/node-man\/jobs(?:\/([^/]+)(?:\/instances\/([^/]+))?)?\/?$/.exec(path)
  return match === null ? null : nodeManTarget(match[1], match[2], pageQuery(query))
}

/** `/{scopeType}/{scopeId}` alone: the jobs of that scope. */
const scopeAlone: Shape = ({ path }) => {
  const match = new RegExp(`/${scopePart}/?$`).exec(path)
  const scope = match === null ? null : readScopePair(match[1] ?? '', match[2] ?? '')
  return scope === null ? null : { kind: 'job-instances', scope, query: '' }
}

const shapes: readonly Shape[] = [ownJobs, ownNodeMan, ...nodeManShapes, ...platformShapes, scopeAlone]

/** Query of one of our own links, without what belongs to the visit it was copied from. */
function pageQuery(query: URLSearchParams): string {
  return query.size === 0 ? '' : withoutStickySearch(`?${query}`)
}
