import type { Hono } from 'hono'
import type { Config } from './config.ts'
import type { Exchange } from './exchange.ts'
import type { GatewayLog } from './log.ts'
import type { GatewayMetrics } from './operations/gateway-metrics.ts'
import type { JobUpstream, NodeManUpstream } from './upstream/upstream.ts'

/** What endpoints work with. The upstreams are null when switched off. */
export interface ApiParts {
  readonly config: Config
  readonly version: string
  readonly job: JobUpstream | null
  readonly nodeMan: NodeManUpstream | null
  readonly log: GatewayLog
  readonly metrics: GatewayMetrics
}

/** The router; each request brings its own exchange along. */
export type Api = Hono<{ Bindings: Exchange }>
