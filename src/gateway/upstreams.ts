import type { Config } from './config.ts'
import type { AppIdentity } from './config-upstreams.ts'
import type { GatewayLog } from './log.ts'
import type { GatewayMetrics } from './operations/gateway-metrics.ts'
import { createReachability, type Reach, type Reachability } from './operations/reachability.ts'
import { createJobUpstream } from './upstream/create-job-upstream.ts'
import { createNodeManUpstream } from './upstream/node-man.ts'
import { createRoom, type Room } from './upstream/room.ts'
import { createTransport, type Transport, type TransportState } from './upstream/transport.ts'
import type { TransportLimits, TransportOptions } from './upstream/transport-call.ts'
import { createTurns, type Turns } from './upstream/turns.ts'
import type { JobUpstream, NodeManUpstream, UpstreamCall } from './upstream/upstream.ts'

/** How upstreams are reached and watched. */
export interface UpstreamsOptions {
  /** Over HTTP, or the sandbox in memory for an upstream that is configured as such. */
  readonly callFor: (upstream: { readonly sandbox: boolean }) => UpstreamCall
  readonly log: GatewayLog
  readonly metrics: GatewayMetrics
  /** Shorter limits for tests. */
  readonly timeouts?: NonNullable<TransportOptions['timeouts']>
  readonly limits?: TransportLimits
}

/** Both upstreams as configured; null = off. */
export interface Upstreams {
  readonly job: JobUpstream | null
  readonly nodeMan: NodeManUpstream | null
  /** Breaker and queue of each connected upstream at this moment. */
  readonly states: () => readonly TransportState[]
  /** The memory that log answers have at this moment. */
  readonly turns: Turns
  /** What large answers of both have. */
  readonly room: Room
  /** Whether each of them answers at all. */
  readonly reach: () => Promise<readonly Reach[]>
}

/**
 * Connects each configured upstream through a transport of its own, so that one that hangs or fails takes no place and
 * opens no breaker of the other.
 */
export function createUpstreams(config: Config, options: UpstreamsOptions): Upstreams {
  const { job, nodeMan, upstreamTimeZone: timeZone } = config
  const room = createRoom()
  const shared = { ...options, room }
  const jobLine =
    job && connect({ ...job, system: 'job' }, job.generation === 'esb' ? 'esb' : 'gateway', shared)
  const nodeManLine =
    nodeMan && connect({ ...nodeMan, system: 'node-man', generation: nodeMan.api }, nodeMan.api, shared)
  const turns = createTurns()
  const lines = [jobLine, nodeManLine].filter((line) => line !== null)
  return {
    job: job && jobLine && createJobUpstream({ ...job, transport: jobLine.transport, turns }),
    nodeMan:
      nodeMan &&
      nodeManLine &&
      createNodeManUpstream({ ...nodeMan, timeZone, transport: nodeManLine.transport }),
    states: () => lines.map(({ transport }) => transport.state()),
    turns,
    room,
    reach: () => Promise.all(lines.map(({ reachability }) => reachability.reach())),
  }
}

interface Reachable {
  readonly system: TransportOptions['system']
  readonly generation: string
  readonly baseUrl: string
  readonly app: AppIdentity
  readonly sandbox: boolean
  readonly tenantId: string | null
}

/** The way to one upstream, and who looks whether it is there. */
interface Line {
  readonly transport: Transport
  readonly reachability: Reachability
}

function connect(
  upstream: Reachable,
  style: TransportOptions['style'],
  options: UpstreamsOptions & { readonly room: Room },
): Line {
  const { system, generation, baseUrl, app, sandbox, tenantId } = upstream
  const { callFor, log, metrics, timeouts, limits, room } = options
  const ask = callFor(upstream)
  const transport = createTransport({
    ask,
    baseUrl,
    style,
    system,
    appCode: app.code,
    appSecret: app.secret,
    tenantId,
    room,
    onTry(facts) {
      metrics.tried({ system, generation }, facts)
      log.debug({ system, ...facts }, 'upstream')
    },
    onBreaker({ isOpen }) {
      log.warn(
        { system },
        isOpen ? 'upstream fails nearly every call: it is given a rest' : 'upstream is back',
      )
      if (isOpen) void reachability.watch()
    },
    ...(timeouts === undefined ? {} : { timeouts }),
    ...(limits === undefined ? {} : { limits }),
  })
  const reachability = createReachability({ ...transport, ask, baseUrl, sandbox }, limits?.lookMs)
  return { transport, reachability }
}
