import type { Config } from './config.ts'
import type { AppIdentity } from './config-upstreams.ts'
import type { GatewayLog } from './log.ts'
import { createJobUpstream } from './upstream/create-job-upstream.ts'
import { createNodeManUpstream } from './upstream/node-man.ts'
import {
  createTransport,
  type Transport,
  type TransportLimits,
  type TransportOptions,
  type TransportState,
} from './upstream/transport.ts'
import { createTurns } from './upstream/turns.ts'
import type { JobUpstream, NodeManUpstream, UpstreamFetch } from './upstream/upstream.ts'

/** How upstreams are reached and watched. */
export interface UpstreamsOptions {
  /** `fetch`, or the sandbox's for an upstream that is configured as such. */
  readonly fetchFor: (upstream: { readonly sandbox: boolean }) => UpstreamFetch
  readonly log: GatewayLog
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
}

/**
 * Connects each configured upstream through a transport of its own, so that one that hangs or fails takes no place and
 * opens no breaker of the other.
 */
export function createUpstreams(config: Config, options: UpstreamsOptions): Upstreams {
  const { job, nodeMan, upstreamTimeZone: timeZone } = config
  const jobLine = job && connect('job', job, job.generation === 'esb' ? 'esb' : 'gateway', options)
  const nodeManLine = nodeMan && connect('node-man', nodeMan, nodeMan.api, options)
  const lines = [jobLine, nodeManLine].filter((line) => line !== null)
  return {
    job: job && jobLine && createJobUpstream({ ...job, transport: jobLine, turns: createTurns() }),
    nodeMan:
      nodeMan && nodeManLine && createNodeManUpstream({ ...nodeMan, timeZone, transport: nodeManLine }),
    states: () => lines.map((line) => line.state()),
  }
}

interface Reachable {
  readonly baseUrl: string
  readonly app: AppIdentity
  readonly sandbox: boolean
  readonly tenantId: string | null
}

function connect(
  system: TransportOptions['system'],
  { baseUrl, app, sandbox, tenantId }: Reachable,
  style: TransportOptions['style'],
  { fetchFor, log, timeouts, limits }: UpstreamsOptions,
): Transport {
  return createTransport({
    fetch: fetchFor({ sandbox }),
    baseUrl,
    style,
    system,
    appCode: app.code,
    appSecret: app.secret,
    tenantId,
    onTry: (facts) => log.debug(facts, 'upstream'),
    onBreaker: ({ isOpen }) =>
      log.warn(
        { system },
        isOpen ? 'upstream fails nearly every call: it is given a rest' : 'upstream is back',
      ),
    ...(timeouts === undefined ? {} : { timeouts }),
    ...(limits === undefined ? {} : { limits }),
  })
}
