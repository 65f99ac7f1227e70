import { type NodeManInstanceId, type NodeManJobId, nodeManInstanceIdSchema, nodeManJobPath } from '#contract'
import { recentVisits } from '#ui'
import type { ListedHost } from './host-roster.ts'
import { addressInId } from './host-words.ts'

/**
 * Hosts of a job that were opened in this browser, the open one among them: all that is known where none can be listed.
 * By name, so that going from one to the other changes no order.
 */
export function knownHosts(jobId: NodeManJobId, openedId: NodeManInstanceId): readonly ListedHost[] {
  const start = `${nodeManJobPath(jobId)}/instances/`
  const ids = recentVisits().flatMap(({ to }) => {
    const id = to.startsWith(start) ? decode(to.slice(start.length)) : null
    return nodeManInstanceIdSchema.safeParse(id).data ?? []
  })
  return [...new Set([openedId, ...ids])]
    .map((id) => ({ id, name: shortName(id), status: null, cloudId: null, stepName: null, durationMs: null }))
    .sort((a, b) => compare(a.name, b.name))
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** All of them are hosts of one job: the last part of an id tells them apart. */
function shortName(id: NodeManInstanceId): string {
  return addressInId(id) ?? id.split('|').at(-1) ?? id
}

function decode(text: string): string {
  const path = text.split('?')[0] ?? ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
