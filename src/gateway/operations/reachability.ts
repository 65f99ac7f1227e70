import { isOfProxy } from '../upstream/failure-kind.ts'
import type { TransportState } from '../upstream/transport.ts'
import type { UpstreamCall } from '../upstream/upstream.ts'

/** One upstream as seen from here. `reason` says why not, in words for an operator; null when it is. */
export interface Reach {
  readonly system: TransportState['system']
  readonly reachable: boolean
  readonly reason: string | null
}

/** What is needed to look whether an upstream is there. */
export interface ProbedUpstream {
  readonly ask: UpstreamCall
  readonly baseUrl: string
  readonly sandbox: boolean
  readonly state: () => TransportState
}

/** Orchestrators ask every few seconds, each of them; upstream need not hear of all that. */
const REMEMBER_MS = 5_000
const PROBE_MS = 3_000

/**
 * Looks whether each upstream answers at all: its base address without any credentials, so any HTTP status that is its own
 * will do. An upstream whose breaker is open is not asked. Never rejects.
 */
export function createReachability(
  upstreams: readonly ProbedUpstream[],
  now: () => number = () => performance.now(),
): () => Promise<readonly Reach[]> {
  let last: { readonly at: number; readonly found: Promise<readonly Reach[]> } | null = null
  return () => {
    if (last === null || now() - last.at >= REMEMBER_MS) {
      last = { at: now(), found: Promise.all(upstreams.map(probe)) }
    }
    return last.found
  }
}

async function probe({ ask, baseUrl, sandbox, state }: ProbedUpstream): Promise<Reach> {
  const { system, breaker } = state()
  const unreachable = (reason: string) => ({ system, reachable: false, reason })
  if (sandbox) return { system, reachable: true, reason: null }
  if (breaker.isOpen) return unreachable('it failed nearly every call and is given a rest')
  try {
    const signal = AbortSignal.timeout(PROBE_MS)
    const { status, read } = await ask({ url: `${baseUrl}/`, method: 'GET', headers: {}, body: null, signal })
    await read(() => false)
    return isOfProxy(status) ? unreachable(`HTTP ${status}`) : { system, reachable: true, reason: null }
  } catch (error) {
    return unreachable(
      error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'no connection',
    )
  }
}
