import type { Config } from './config.ts'
import type { AppIdentity } from './config-upstreams.ts'
import type { GatewayLog } from './log.ts'
import { createJobUpstream } from './upstream/create-job-upstream.ts'
import { createNodeManUpstream } from './upstream/node-man.ts'
import { createTransport, type TransportOptions } from './upstream/transport.ts'
import { createTurns } from './upstream/turns.ts'
import type { JobUpstream, NodeManUpstream, UpstreamFetch } from './upstream/upstream.ts'

/** How upstreams are reached and watched. */
export interface UpstreamsOptions {
  /** `fetch`, or the sandbox's for an upstream that is configured as such. */
  readonly fetchFor: (upstream: { readonly sandbox: boolean }) => UpstreamFetch
  readonly log: GatewayLog
  /** Shorter limits for tests. */
  readonly timeouts?: NonNullable<TransportOptions['timeouts']>
}

/** Both upstreams as configured; null = off. */
export interface Upstreams {
  readonly job: JobUpstream | null
  readonly nodeMan: NodeManUpstream | null
}

/** Connects each configured upstream through its own transport. */
export function createUpstreams(config: Config, options: UpstreamsOptions): Upstreams {
  const { job, nodeMan } = config
  return {
    job: job && connectJob(job, options),
    nodeMan: nodeMan && connectNodeMan(nodeMan, config, options),
  }
}

function connectJob(job: NonNullable<Config['job']>, options: UpstreamsOptions): JobUpstream {
  const style = job.generation === 'esb' ? 'esb' : 'gateway'
  const transport = createTransport({ ...shared(job, options), style, system: 'job' })
  return createJobUpstream({ generation: job.generation, transport, turns: createTurns() })
}

function connectNodeMan(
  nodeMan: NonNullable<Config['nodeMan']>,
  { upstreamTimeZone }: Config,
  options: UpstreamsOptions,
): NodeManUpstream {
  const { api, logPath } = nodeMan
  const transport = createTransport({ ...shared(nodeMan, options), style: api, system: 'node-man' })
  return createNodeManUpstream({ api, logPath, timeZone: upstreamTimeZone, transport })
}

interface Reachable {
  readonly baseUrl: string
  readonly app: AppIdentity
  readonly sandbox: boolean
}

function shared(
  { baseUrl, app, sandbox }: Reachable,
  { fetchFor, log, timeouts }: UpstreamsOptions,
): Omit<TransportOptions, 'style' | 'system'> {
  return {
    fetch: fetchFor({ sandbox }),
    baseUrl,
    appCode: app.code,
    appSecret: app.secret,
    onTry: (facts) => log.debug(facts, 'upstream'),
    ...(timeouts === undefined ? {} : { timeouts }),
  }
}
