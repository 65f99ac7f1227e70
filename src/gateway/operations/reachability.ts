import { setTimeout as sleep } from 'node:timers/promises'
import { isOfProxy } from '../upstream/failure-kind.ts'
import type { Transport, TransportState } from '../upstream/transport.ts'
import type { UpstreamCall } from '../upstream/upstream.ts'

/** One upstream as seen from here. `reason` says why not, in words for an operator; null when it is. */
export interface Reach {
  readonly system: TransportState['system']
  readonly reachable: boolean
  readonly reason: string | null
}

/** What is needed to look whether an upstream is there, and to tell its breaker. */
export interface ProbedUpstream extends Pick<Transport, 'state' | 'looked' | 'system'> {
  readonly ask: UpstreamCall
  readonly baseUrl: string
  readonly sandbox: boolean
}

/** Whether one upstream is there. */
export interface Reachability {
  /** As it was a moment ago. Never rejects. */
  reach(): Promise<Reach>
  /** To be called when its breaker has opened: looks by itself until it has closed again, whether anybody asks or not. */
  watch(): Promise<void>
}

/** Orchestrators ask every few seconds, each of them; upstream need not hear of all that. */
const LOOK_MS = 2_000
const PROBE_MS = 3_000

/**
 * Looks whether an upstream answers at all: its base address without any credentials, so any HTTP status that is its own
 * will do. Its breaker is told, so that it need not wait for a reader to find out (docs/decisions/0012).
 */
export function createReachability(upstream: ProbedUpstream, lookMs: number = LOOK_MS): Reachability {
  const { system, state, sandbox } = upstream
  let last: { readonly endedAt: number | null; readonly found: Promise<string | null> } | null = null
  let isWatching = false

  function look(): Promise<string | null> {
    const found = probe(upstream).then((reason) => {
      last = { endedAt: performance.now(), found }
      upstream.looked(reason === null)
      return reason
    })
    last = { endedAt: null, found }
    return found
  }

  function recent(): Promise<string | null> {
    const isRecent = last !== null && performance.now() - (last.endedAt ?? Number.POSITIVE_INFINITY) < lookMs
    return last !== null && isRecent ? last.found : look()
  }

  return {
    async reach() {
      const absent = sandbox ? null : await recent()
      const isResting = (state().breaker.retryInMs ?? 0) > 0
      const reason = absent ?? (isResting ? 'it failed nearly every call and is given a rest' : null)
      return { system, reachable: reason === null, reason }
    },
    async watch() {
      if (isWatching || sandbox) return
      isWatching = true
      do {
        await sleep(lookMs, undefined, { ref: false })
        await recent()
      } while (state().breaker.isOpen)
      isWatching = false
    },
  }
}

/** Null when it is there, else why not. */
async function probe({ ask, baseUrl }: ProbedUpstream): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(PROBE_MS)
    const { status, read } = await ask({ url: `${baseUrl}/`, method: 'GET', headers: {}, body: null, signal })
    await read(() => false)
    return isOfProxy(status) ? `HTTP ${status}` : null
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'no connection'
  }
}
