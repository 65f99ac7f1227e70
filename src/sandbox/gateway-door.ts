/**
 * The API gateway: `/api/{system}/{stage}/…`. It finds the system and the stage, verifies app and user from the one
 * header, and passes the rest on. Only it writes `X-Bkapi-*` headers (bk-nodeman F3).
 */
import type { Backend, Call } from './call.ts'
import { type Identity, identify, type Refusal } from './credentials.ts'
import { apiNotFound, invalidArguments } from './gateway-envelope.ts'

/** `prod` and `stag` offer everything; `gen1` and `gen2` are deployments with one generation of node-man's paths. */
const STAGES = ['prod', 'stag', 'gen1', 'gen2']

const REASONS: Readonly<Record<Refusal, string>> = {
  'no-app-code': 'app code cannot be empty',
  'no-app-secret': 'please provide bk_app_secret or bk_signature to verify app',
  'wrong-app-secret': 'bk_app_code or bk_app_secret is incorrect',
  'no-user':
    'user authentication failed, please provide a valid user identity, such as bk_username, bk_token, access_token',
}

/** Answers a gateway request. Every answer, failed or not, carries the ids gateway administrators search by. */
export async function answerAtGateway(
  request: Request,
  bodyText: string,
  backends: Readonly<Record<string, Backend>>,
): Promise<Response> {
  const requestId = crypto.randomUUID()
  const answer = await route({ request, bodyText, backends, requestId })
  return stampGatewayIds(answer, request, requestId)
}

/** Adds both request ids to an answer; `X-Request-Id` is the caller's own when it sent one. */
export function stampGatewayIds(answer: Response, request: Request, requestId: string): Response {
  answer.headers.set('X-Bkapi-Request-Id', requestId)
  const own = request.headers.get('X-Request-Id')
  answer.headers.set('X-Request-Id', own ?? crypto.randomUUID().replaceAll('-', ''))
  return answer
}

type Arrival = {
  readonly request: Request
  readonly bodyText: string
  readonly backends: Readonly<Record<string, Backend>>
  readonly requestId: string
}

async function route({ request, bodyText, backends, requestId }: Arrival): Promise<Response> {
  const url = new URL(request.url)
  const [, system = '', stage = '', path = ''] = /^\/api\/([^/]+)\/([^/]+)(\/.*)$/.exec(url.pathname) ?? []
  const backend = backends[system]
  if (backend === undefined || !isOffered(stage, path)) return apiNotFound(request.method, url.pathname)
  const identity = identifyHeader(request.headers.get('X-Bkapi-Authorization'))
  if (typeof identity === 'string') return invalidArguments(REASONS[identity])
  const call: Call = {
    generation: 'gateway',
    method: request.method,
    path,
    query: url.searchParams,
    bodyText,
    user: identity.user,
    tenant: request.headers.get('X-Bk-Tenant-Id'),
    language: languageOf(request.headers),
    requestId,
  }
  return (await backend.handle(call)) ?? apiNotFound(request.method, url.pathname)
}

function isOffered(stage: string, path: string): boolean {
  if (!STAGES.includes(stage)) return false
  if (stage === 'gen1') return path.startsWith('/open/') || path.startsWith('/api/v')
  return stage !== 'gen2' || !path.startsWith('/open/')
}

/** Credentials in query or body are not accepted here: `allow_auth_from_params` is off (bk-job A.1). */
function identifyHeader(header: string | null): Identity | Refusal {
  try {
    return identify(JSON.parse(header ?? '{}'))
  } catch {
    return 'no-app-code'
  }
}

function languageOf(headers: Headers): 'zh-cn' | 'en' {
  return headers.get('Blueking-Language')?.toLowerCase().startsWith('en') === true ? 'en' : 'zh-cn'
}
