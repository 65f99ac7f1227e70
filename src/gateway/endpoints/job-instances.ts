import {
  endpointPaths,
  jobInstanceParamsSchema,
  jobInstanceQuerySchema,
  type ScopeList,
  scopeParamsSchema,
  stepInstanceParamsSchema,
  stepPartQuerySchema,
} from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import { callContext, offered } from '../call-context.ts'
import { checked, queryOf } from '../input.ts'
import { jsonAnswer, linesAnswer } from '../json-answer.ts'

/** Scopes, history, one job instance, one step instance: the JSON reads of the job platform. */
export function addJobInstances(api: Api, { config, job }: ApiParts): void {
  api.get(endpointPaths.scopes, async (c) => {
    c.env.route = 'scopes'
    const context = () => callContext(c.req.raw, c.env, config, 'job')
    const answer: ScopeList = { scopes: await offered(job, 'job').scopes(context()) }
    return jsonAnswer(answer)
  })

  api.get(endpointPaths.jobInstances, async (c) => {
    c.env.route = 'jobInstances'
    const { scopeType, scopeId } = checked(scopeParamsSchema, c.req.param())
    const query = checked(jobInstanceQuerySchema, queryOf(c.req.raw))
    const scope = { type: scopeType, id: scopeId }
    const upstream = offered(job, 'job')
    return jsonAnswer(await upstream.jobInstances(scope, query, callContext(c.req.raw, c.env, config, 'job')))
  })

  api.get(endpointPaths.jobInstance, async (c) => {
    c.env.route = 'jobInstance'
    const { scopeType, scopeId, jobInstanceId } = checked(jobInstanceParamsSchema, c.req.param())
    const scope = { type: scopeType, id: scopeId }
    const upstream = offered(job, 'job')
    const context = callContext(c.req.raw, c.env, config, 'job')
    return jsonAnswer(await upstream.jobInstance(scope, jobInstanceId, context))
  })

  api.get(endpointPaths.stepInstance, async (c) => {
    c.env.route = 'stepInstance'
    const { scopeType, scopeId, ...ids } = checked(stepInstanceParamsSchema, c.req.param())
    const step = { scope: { type: scopeType, id: scopeId }, ...ids }
    const upstream = offered(job, 'job')
    const part = checked(stepPartQuerySchema, queryOf(c.req.raw))
    const context = callContext(c.req.raw, c.env, config, 'job')
    const { results, ...rest } = await upstream.stepInstance(step, context, part)
    // As stepInstanceDetailSchema promises.
    return linesAnswer(rest, 'results', results)
  })

  api.get(endpointPaths.stepCourse, async (c) => {
    c.env.route = 'stepCourse'
    const { scopeType, scopeId, ...ids } = checked(stepInstanceParamsSchema, c.req.param())
    const step = { scope: { type: scopeType, id: scopeId }, ...ids }
    const upstream = offered(job, 'job')
    return jsonAnswer(await upstream.stepCourse(step, callContext(c.req.raw, c.env, config, 'job')))
  })
}
