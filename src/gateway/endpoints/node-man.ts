import {
  endpointPaths,
  nodeManInstanceQuerySchema,
  nodeManJobParamsSchema,
  nodeManJobQuerySchema,
  nodeManLogParamsSchema,
} from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import { callContext, offered } from '../call-context.ts'
import { checked, queryOf } from '../input.ts'
import { streamAnswer } from './stream-answer.ts'

/** Node-man: the list of jobs, one job with its hosts, one host's steps as frames. */
export function addNodeMan(api: Api, parts: ApiParts): void {
  const { config, nodeMan } = parts

  api.get(endpointPaths.nodeManJobs, async (c) => {
    c.env.route = 'nodeManJobs'
    const query = checked(nodeManJobQuerySchema, queryOf(c.req.raw))
    const upstream = offered(nodeMan, 'node-man')
    return c.json(await upstream.jobs(query, callContext(c.req.raw, c.env, config, 'nodeMan')))
  })

  api.get(endpointPaths.nodeManJob, async (c) => {
    c.env.route = 'nodeManJob'
    const { nodeManJobId } = checked(nodeManJobParamsSchema, c.req.param())
    const query = checked(nodeManInstanceQuerySchema, queryOf(c.req.raw))
    const upstream = offered(nodeMan, 'node-man')
    const context = callContext(c.req.raw, c.env, config, 'nodeMan')
    return c.json(await upstream.job(nodeManJobId, query, context))
  })

  api.get(endpointPaths.nodeManLog, async (c) => {
    c.env.route = 'nodeManLog'
    const { nodeManJobId, instanceId } = checked(nodeManLogParamsSchema, c.req.param())
    const upstream = offered(nodeMan, 'node-man')
    const context = callContext(c.req.raw, c.env, config, 'nodeMan')
    return streamAnswer(upstream.stepLogs(nodeManJobId, instanceId, context), 'GET', c.env, parts)
  })
}
