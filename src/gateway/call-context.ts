import type { Config } from './config.ts'
import type { Exchange } from './exchange.ts'
import { ProblemError } from './problem-error.ts'
import { identify, languageOf, userHash } from './session.ts'
import type { CallContext, Identity } from './upstream/upstream.ts'

/** However many calls an answer takes, one after the other: 25 s are all a reader waits (product, section 14). */
const ANSWER_MS = 24_000

/** A stream of 50,000 hosts has a thousand answers: a log line has room for the first. */
const MOST_UPSTREAM_IDS = 8

/** Who asks, noted for the log line. Throws `not-signed-in`: a body is read only after it, strangers have none to say. */
export function askedBy(
  request: Request,
  exchange: Exchange,
  config: Config,
  system: 'job' | 'nodeMan',
): Identity {
  const identity = identify(request, config, system)
  exchange.user = userHash(identity)
  return identity
}

/** Everything an upstream call may know of the browser's request: who, in which language, until when. */
export function callContext(...asked: Parameters<typeof askedBy>): CallContext {
  const [request, exchange] = asked
  return {
    identity: askedBy(...asked),
    language: languageOf(request),
    signal: exchange.signal,
    requestId: exchange.requestId,
    onUpstreamId: (id) => {
      if (exchange.upstreamRequestIds.size < MOST_UPSTREAM_IDS) exchange.upstreamRequestIds.add(id)
    },
    deadlineAt: performance.now() + ANSWER_MS,
    keep: exchange.holds.keep,
  }
}

/** The upstream, or problem `not-offered` when this deployment has it switched off. */
export function offered<T>(upstream: T | null, system: 'job' | 'node-man'): T {
  if (upstream !== null) return upstream
  const name = system === 'job' ? 'job platform' : 'node-man'
  throw new ProblemError({ kind: 'not-offered', message: `This Joblens is not connected to a ${name}` })
}
