import { endpointPaths, stepInstanceParamsSchema, stepLogQuerySchema } from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import { askedBy, callContext, offered } from '../call-context.ts'
import { noteMissing } from '../cut-off.ts'
import { checked, readJson } from '../input.ts'
import { streamAnswer } from './stream-answer.ts'

/** 100,000 keys with their addresses, and a thousand texts the browser has, fit in this. */
const limits = { maxBytes: 4 * 1024 * 1024, maxItems: 250_000 }

/** `POST …/log`: the logs of a step's hosts as frames. A POST because the keys of 50,000 hosts fit in no address. */
export function addStepLog(api: Api, parts: ApiParts): void {
  api.post(endpointPaths.stepLog, async (c) => {
    c.env.route = 'stepLog'
    const { scopeType, scopeId, ...ids } = checked(stepInstanceParamsSchema, c.req.param())
    const upstream = offered(parts.job, 'job')
    askedBy(c.req.raw, c.env, parts.config, 'job')
    const query = checked(stepLogQuerySchema, await readJson(c.req.raw, limits))
    const step = { scope: { type: scopeType, id: scopeId }, ...ids }
    const context = callContext(c.req.raw, c.env, parts.config, 'job')
    const frames = noteMissing(upstream.stepLogs(step, query, context), query.keys)
    return streamAnswer(frames, { method: 'POST', have: query.have }, c.env, parts)
  })
}
