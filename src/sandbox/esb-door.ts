/**
 * The old service bus: `/api/c/compapi/v2/{system}/…/`. HTTP 200 whatever happens, credentials beside the parameters,
 * and a `request_id` in every body (bk-nodeman F4); a backend writes the id into its own answers.
 */
import { type Backend, type Call, readObject } from './call.ts'
import { identify, type Refusal } from './credentials.ts'

export const ESB_PREFIX = '/api/c/compapi/v2/'

const REFUSALS: Readonly<Record<Refusal, readonly [code: number, message: string]>> = {
  'no-app-code': [1306403, 'APP authentication failed, APP Code [bk_app_code] cannot be empty'],
  'no-app-secret': [1306403, 'APP authentication failed, app_secret or signature cannot all be empty'],
  'wrong-app-secret': [
    1306403,
    'APP authentication failed, please check if the bk_app_code and bk_app_secret are valid',
  ],
  'no-user': [1306402, 'User authentication failed, please check if the bk_token is valid'],
}

export async function answerAtEsb(
  request: Request,
  bodyText: string,
  backends: Readonly<Record<string, Backend>>,
): Promise<Response> {
  const url = new URL(request.url)
  const requestId = crypto.randomUUID().replaceAll('-', '')
  const [, system = '', path = ''] = /^([^/]+)(\/.*\/)$/.exec(url.pathname.slice(ESB_PREFIX.length)) ?? []
  const backend = backends[system]
  if (backend === undefined || !isAccepted(system, request.method)) return componentNotFound(requestId)
  const parameters = request.method === 'POST' ? readObject(bodyText) : Object.fromEntries(url.searchParams)
  if (parameters === null) {
    return esbFailure(1306000, 'Request JSON string is wrong in format, which cannot be analyzed.', requestId)
  }
  const identity = identify(parameters)
  if (typeof identity === 'string') return esbFailure(...REFUSALS[identity], requestId)
  const call: Call = {
    generation: 'esb',
    method: request.method,
    path,
    query: url.searchParams,
    bodyText,
    user: identity.user,
    tenant: request.headers.get('X-Bk-Tenant-Id'),
    language: request.headers.get('Blueking-Language') === 'en' ? 'en' : 'zh-cn',
    requestId,
  }
  const answer = await backend.handle(call)
  return answer ?? componentNotFound(requestId)
}

/** node-man's log component is registered as GET and called with both (bk-nodeman A1); the job platform's are POST. */
function isAccepted(system: string, method: string): boolean {
  return method === 'POST' || (method === 'GET' && system === 'nodeman')
}

function componentNotFound(requestId: string): Response {
  return esbFailure(1306404, 'Not found, component class not found', requestId)
}

export function esbFailure(code: number, message: string, requestId: string): Response {
  return Response.json({ result: false, code, data: null, message, request_id: requestId })
}
