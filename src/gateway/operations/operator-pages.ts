import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'
import type { Exchange } from '../exchange.ts'
import type { Place } from '../public-path.ts'
import { secureApiAnswer } from '../security.ts'
import type { Room } from '../upstream/room.ts'
import type { TransportState } from '../upstream/transport.ts'
import type { Turns } from '../upstream/turns.ts'
import type { GatewayMetrics } from './gateway-metrics.ts'
import { metricsContentType } from './metrics.ts'
import type { Reach } from './reachability.ts'

/** What the pages for operators and orchestrators are made from. */
export interface OperatorParts {
  readonly config: Config
  readonly metrics: GatewayMetrics
  readonly states: () => readonly TransportState[]
  readonly turns: Turns
  readonly room: Room
  readonly reach: () => Promise<readonly Reach[]>
  /** True once the process was told to end. */
  readonly isStopping: () => boolean
}

type Page = (parts: OperatorParts, request: Request) => Response | Promise<Response>

const pages: Readonly<Record<string, readonly [operation: string, page: Page]>> = {
  health: ['health', healthAnswer],
  healthz: ['health', healthAnswer],
  ready: ['ready', readyAnswer],
  readyz: ['ready', readyAnswer],
  metrics: ['metrics', metricsAnswer],
}

/**
 * The answer when the address is one of theirs, else null. They stand at the root: orchestrators and Prometheus come to the
 * port. Below the base path, which every ingress publishes, there is only what is everybody's business: that it is alive.
 */
export function operatorAnswer(
  parts: OperatorParts,
  { servedPath, isPublic }: Place,
  request: Request,
  exchange: Exchange,
): Response | Promise<Response> | null {
  const { pathname } = new URL(request.url)
  const path = pathname.slice(pathname.startsWith(servedPath) ? servedPath.length : 1)
  const found = Object.hasOwn(pages, path) ? pages[path] : undefined
  // The app's page, for which every address is good, would tell a monitor that all is well.
  if (found === undefined)
    return isMeantAs(path) ? words(404, 'No such address: /health, /ready, /metrics') : null
  const [operation, page] = found
  exchange.route = operation
  if (isPublic && operation !== 'health') return words(404, 'Not published here: ask at the port itself')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return words(405, 'GET only', { allow: 'GET, HEAD' })
  return page(parts, request)
}

/** What monitors ask for elsewhere, besides ours. No page of the app begins with any. */
const names: ReadonlySet<string> = new Set([
  ...Object.keys(pages),
  ...['healthy', 'healthcheck', 'alive', 'live', 'livez', 'liveness'],
  ...['readiness', 'startup', 'startupz', 'prometheus'],
])

/** `/ready/`, `//ready`, `/%72eady`, `/ready;x`, `/health/live`: nearly one of these, and certainly no page. */
function isMeantAs(path: string): boolean {
  const plain = decoded(decoded(path)).normalize('NFKC').toLowerCase()
  const [first = ''] = plain.split(/[/\\;?]+/).filter((part) => /[a-z]/.test(part))
  return names.has(first.replace(/^[^a-z]+|[^a-z].*$/g, ''))
}

function decoded(path: string): string {
  const bytesOf = (escapes: string) => Buffer.from(escapes.replaceAll('%', ''), 'hex')
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => bytesOf(escapes).toString())
}

/** Alive, nothing more: it must stay cheap and true while upstream is down. */
function healthAnswer(): Response {
  return words(200, 'ok')
}

/**
 * 200 when it makes sense to send people here: not about to end, and at least one upstream reachable. `?only=self` leaves the
 * upstreams out: where they are down for one replica they are down for all, and a page that says so beats no page.
 */
async function readyAnswer({ reach, isStopping }: OperatorParts, request: Request): Promise<Response> {
  const onlySelf = new URL(request.url).searchParams.get('only') === 'self'
  const upstreams = onlySelf ? [] : await reach()
  const isReady = !isStopping() && (upstreams.length === 0 || upstreams.some(({ reachable }) => reachable))
  const facts = { ready: isReady, stopping: isStopping(), upstreams }
  return secureApiAnswer(Response.json(facts, { status: isReady ? 200 : 503 }))
}

function metricsAnswer({ config, metrics, states, turns, room }: OperatorParts, request: Request): Response {
  const { metricsToken } = config
  if (
    metricsToken !== null &&
    !isSame(request.headers.get('authorization') ?? '', `Bearer ${metricsToken}`)
  ) {
    return words(401, 'The metrics need their bearer token', { 'www-authenticate': 'Bearer' })
  }
  return words(200, metrics.text(states(), turns.state(), room.state()).trimEnd(), {
    'content-type': metricsContentType,
  })
}

/** In the same time whatever is wrong: digests have one length. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

function words(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  const plain = { 'content-type': 'text/plain; charset=utf-8' }
  return secureApiAnswer(new Response(`${text}\n`, { status, headers: { ...plain, ...headers } }))
}
