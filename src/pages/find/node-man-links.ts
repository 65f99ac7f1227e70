/* Node-man's addresses (bk-nodeman C1), and the parameters of its log call (spec 3) as a query. */
import { nodeManInstanceQuery } from './carried-query.ts'
import { readDecimalId, readNodeManInstanceId } from './ids-in-text.ts'
import type { Shape } from './link-address.ts'
import type { Target } from './target.ts'

/** Node-man keeps its addresses behind the `#`, with a query of their own. */
const inHash: Shape = ({ hash, query }) => {
  const [path = ''] = hash.split('?')
  const detail = /^!?\/task-(?:list|history)(?:\/detail\/([^/]+))?\/?$/.exec(path)
  if (detail !== null) return nodeManTarget(detail[1], undefined, '')
  const log = /^!?\/task-(?:list|history)\/([^/]+)\/log\/([^/]+)\/?$/.exec(path)
  return log === null ? null : nodeManTarget(log[1], log[2], nodeManInstanceQuery(query))
}

/** `job_id=12&instance_id=host|instance|host|1`. */
const parameters: Shape = ({ query }) => {
  const [job, instance] = [query.get('job_id'), query.get('instance_id')]
  if (job === null || job === '') return null
  if (instance === null || instance === '') return nodeManTarget(job, undefined, '')
  return nodeManTarget(job, instance, nodeManInstanceQuery(query))
}

export const nodeManShapes: readonly Shape[] = [inHash, parameters]

/** `undefined` for a part the address does not have. */
export function nodeManTarget(job: string | undefined, instance: string | undefined, query: string): Target {
  if (job === undefined) return { kind: 'node-man-jobs', query }
  const nodeManJobId = readDecimalId(job)
  if (instance === undefined) return { kind: 'node-man-job', nodeManJobId, query }
  return { kind: 'node-man-instance', nodeManJobId, instanceId: readNodeManInstanceId(instance), query }
}
