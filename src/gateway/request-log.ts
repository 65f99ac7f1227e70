import type { Exchange, Outcome } from './exchange.ts'
import type { GatewayLog } from './log.ts'

/** Writes the one line of a finished request. Route templates and hashes only: no ids, no query, no bodies. */
export function logRequest(
  log: GatewayLog,
  exchange: Exchange,
  result: {
    readonly method: string
    readonly status: number
    readonly outcome: Outcome
    readonly bytes?: number
  },
): void {
  const { requestId, route, user, problemKind } = exchange
  const durationMs = Math.round(performance.now() - exchange.startedAt)
  const { method, status, outcome, bytes } = result
  const facts = { requestId, method, route, status, durationMs, outcome, user, problemKind, bytes }
  log.info(facts, 'request')
}
