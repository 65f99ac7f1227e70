import type { Exchange, Outcome } from './exchange.ts'
import type { GatewayLog } from './log.ts'
import type { GatewayMetrics } from './operations/gateway-metrics.ts'

/** What orchestrators ask every few seconds would bury everything else. */
const quietOperations: ReadonlySet<string> = new Set(['health', 'ready', 'metrics'])

/**
 * Counts a finished request and writes its one line. Names of operations and hashes only: no ids of what was read, no
 * query, no bodies. `bytes` are those of the body before compression.
 */
export function recordRequest(
  { log, metrics }: { readonly log: GatewayLog; readonly metrics: GatewayMetrics },
  exchange: Exchange,
  result: {
    readonly method: string | null
    readonly status: number
    readonly outcome: Outcome
    readonly bytes: number
  },
): void {
  const { requestId, route: operation, user, problemKind } = exchange
  const durationMs = Math.round(performance.now() - exchange.startedAt)
  const { method, status, outcome, bytes } = result
  const upstreamRequestIds = [...exchange.upstreamRequestIds]
  metrics.ended({ operation, status, outcome, durationMs, bytes })
  const level = quietOperations.has(operation) ? 'debug' : 'info'
  const facts = { requestId, upstreamRequestIds, method, operation, status, durationMs, bytes, outcome }
  log[level]({ ...facts, user, problemKind }, 'request')
}
