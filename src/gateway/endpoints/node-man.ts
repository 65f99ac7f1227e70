import {
  endpointPaths,
  type NodeManLogQuery,
  nodeManInstanceQuerySchema,
  nodeManJobParamsSchema,
  nodeManJobQuerySchema,
  nodeManLogOfSchema,
  nodeManLogParamsSchema,
  nodeManLogQuerySchema,
} from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import { askedBy, callContext, offered } from '../call-context.ts'
import { checked, queryOf, readJson } from '../input.ts'
import { jsonAnswer } from '../json-answer.ts'
import { streamAnswer } from './stream-answer.ts'

/** A thousand texts the browser has fit in this. */
const limits = { maxBytes: 1024 * 1024, maxItems: 10_000 }

/** Node-man: the list of jobs, one job with its hosts, one host's steps as frames. */
export function addNodeMan(api: Api, parts: ApiParts): void {
  const { config, nodeMan } = parts

  api.get(endpointPaths.nodeManJobs, async (c) => {
    c.env.route = 'nodeManJobs'
    const query = checked(nodeManJobQuerySchema, queryOf(c.req.raw))
    const upstream = offered(nodeMan, 'node-man')
    return jsonAnswer(await upstream.jobs(query, callContext(c.req.raw, c.env, config, 'nodeMan')))
  })

  api.get(endpointPaths.nodeManJob, async (c) => {
    c.env.route = 'nodeManJob'
    const { nodeManJobId } = checked(nodeManJobParamsSchema, c.req.param())
    const query = checked(nodeManInstanceQuerySchema, queryOf(c.req.raw))
    const upstream = offered(nodeMan, 'node-man')
    const context = callContext(c.req.raw, c.env, config, 'nodeMan')
    return jsonAnswer(await upstream.job(nodeManJobId, query, context))
  })

  api.get(endpointPaths.nodeManAttempts, async (c) => {
    c.env.route = 'nodeManAttempts'
    const { nodeManJobId, instanceId } = checked(nodeManLogParamsSchema, c.req.param())
    const upstream = offered(nodeMan, 'node-man')
    const context = callContext(c.req.raw, c.env, config, 'nodeMan')
    return jsonAnswer({ attempts: await upstream.attempts(nodeManJobId, instanceId, context) })
  })

  api.on(['GET', 'POST'], endpointPaths.nodeManLog, async (c) => {
    c.env.route = 'nodeManLog'
    const { nodeManJobId, instanceId } = checked(nodeManLogParamsSchema, c.req.param())
    const { task } = checked(nodeManLogOfSchema, queryOf(c.req.raw))
    const upstream = offered(nodeMan, 'node-man')
    askedBy(c.req.raw, c.env, config, 'nodeMan')
    const { have } = await logQuery(c.req.raw)
    const context = callContext(c.req.raw, c.env, config, 'nodeMan')
    const asked = { method: c.req.method, have }
    return streamAnswer(upstream.stepLogs(nodeManJobId, instanceId, context, task), asked, c.env, parts)
  })
}

/** A browser that has some of the log says so in a body; a GET asks for all of it. */
async function logQuery(request: Request): Promise<NodeManLogQuery> {
  if (request.method === 'GET') return {}
  return checked(nodeManLogQuerySchema, await readJson(request, limits))
}
