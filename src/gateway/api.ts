import { Hono } from 'hono'
import { endpointPaths } from '#contract'
import type { Api, ApiParts } from './api-parts.ts'
import { refuseCrossSite } from './cross-site.ts'
import { addCapabilities } from './endpoints/capabilities.ts'
import { addJobInstances } from './endpoints/job-instances.ts'
import { addNodeMan } from './endpoints/node-man.ts'
import { addSession } from './endpoints/session.ts'
import { addStepLog } from './endpoints/step-log.ts'
import type { Exchange } from './exchange.ts'
import type { GatewayLog } from './log.ts'
import { problemAnswer, RefusedError } from './problem-answer.ts'
import { ProblemError } from './problem-error.ts'
import { secureApiAnswer } from './security.ts'

/** Answers one API request; never rejects. */
export type ApiHandler = (request: Request, exchange: Exchange) => Promise<Response>

/** Puts the endpoints of contract/endpoints.ts under `{servedPath}api`. */
export function createApi(parts: ApiParts, servedPath: string): ApiHandler {
  const api: Api = new Hono<{ Bindings: Exchange }>().basePath(`${servedPath}api`)
  api.use(async (c, next) => {
    refuseUnknownMethod(c.req.raw)
    refuseCrossSite(c.req.raw)
    await next()
  })
  addCapabilities(api, parts)
  addSession(api, parts)
  addJobInstances(api, parts)
  addStepLog(api, parts)
  addNodeMan(api, parts)
  for (const path of Object.values(endpointPaths)) api.all(path, () => refuseMethod(allowedMethod(path)))
  api.all('*', () => {
    throw new RefusedError(404, { kind: 'not-found', message: 'Joblens has no such API address' })
  })
  api.onError((error, c) => {
    logInternal(parts.log, c.env, error)
    return problemAnswer(error, c.env, parts.config.links)
  })
  return async (request, exchange) => secureApiAnswer(await api.fetch(request, exchange))
}

function allowedMethod(path: string): string {
  if (path === endpointPaths.nodeManLog) return 'GET, POST'
  return path === endpointPaths.stepLog ? 'POST' : 'GET'
}

/** HEAD too: it would make the same upstream calls only to throw their answer away. */
function refuseUnknownMethod(request: Request): void {
  if (request.method !== 'GET' && request.method !== 'POST') refuseMethod('GET, POST')
}

function refuseMethod(allow: string): never {
  const message = `This address answers ${allow} only`
  throw new RefusedError(405, { kind: 'bad-request', message }, { allow })
}

/** A browser that left is no failure, and a problem already says what happened; anything else is our own fault. */
function logInternal(log: GatewayLog, exchange: Exchange, error: unknown): void {
  if (!(error instanceof ProblemError) && !exchange.signal.aborted)
    log.error({ requestId: exchange.requestId, error }, 'failed')
}
