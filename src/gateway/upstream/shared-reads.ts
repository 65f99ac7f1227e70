import { ProblemError } from '../problem-error.ts'
import { identityKey } from './reader-key.ts'
import { DeadlineError, withDeadline } from './retry.ts'
import type { TransportCall, TransportOptions, UpstreamAnswer } from './transport-call.ts'
import type { CallContext } from './upstream.ts'

/** Makes one call, retries and all, for one reader or for several. */
export type MakeCall = (call: TransportCall) => Promise<UpstreamAnswer>

/**
 * An answer tells how things stood when upstream made it. Who asks later than this after a call began gets a call of
 * its own: it may know already that there is more to read (a step that has just ended, say).
 */
const JOIN_MS = 1_000

/** Who has hardly more time than the call under way takes it all the same: two tabs never ask at the same moment. */
const GRACE_MS = 1_000

/** Made once: with its stack each would cost a tenth of a millisecond. */
const nobodyWaits = new DOMException('Nobody waits any more', 'AbortError')

interface SharedCall {
  readonly answer: Promise<UpstreamAnswer>
  readonly leaving: AbortController
  readonly beganAt: number
  /** Until when it goes on, and whether it waits in the lane of what nobody looks at: as the first reader said. */
  readonly deadlineAt: number
  readonly isBulk: boolean
  /** Who waits for the answer. */
  readers: number
  /** Who waits for it or still needs its memory. */
  holders: number
}

/**
 * One upstream call for identical reads by the same user at the same time: two tabs, a page opened twice. It is
 * cancelled when all have left; nobody joins one that ends before his own deadline or waits behind what he would not
 * (docs/decisions/0013).
 */
export function shareReads(
  make: MakeCall,
  system: TransportOptions['system'],
  joinMs: number = JOIN_MS,
): MakeCall {
  const underWay = new Map<string, SharedCall>()

  function begin(key: string, call: TransportCall): SharedCall {
    const leaving = new AbortController()
    const answer = make({ ...call, context: { ...call.context, signal: leaving.signal } })
    const shared: SharedCall = {
      answer,
      leaving,
      beganAt: performance.now(),
      ...limitsOf(call),
      readers: 0,
      holders: 0,
    }
    const end = () => {
      if (underWay.get(key) === shared) underWay.delete(key)
    }
    answer.then(end, end)
    underWay.set(key, shared)
    return shared
  }

  function joinable(key: string, call: TransportCall): SharedCall | null {
    const shared = underWay.get(key)
    if (shared === undefined || shared.leaving.signal.aborted) return null
    const { deadlineAt, isBulk } = limitsOf(call)
    if (shared.deadlineAt + GRACE_MS < deadlineAt || (shared.isBulk && !isBulk)) return null
    return performance.now() - shared.beganAt < joinMs ? shared : null
  }

  return async (call) => {
    call.context.signal.throwIfAborted()
    const key = keyOf(call)
    const shared = joinable(key, call) ?? begin(key, call)
    shared.readers += 1
    const free = hold(shared)
    try {
      const answer = ownAnswer(await waitFor(shared, system, call.context), call.context)
      if (call.texts === undefined) keepOrFree(free, call.context)
      return { ...answer, free }
    } catch (error) {
      free()
      throw ownFailure(error, call.context)
    } finally {
      shared.readers -= 1
      if (shared.readers === 0) shared.leaving.abort(nobodyWaits)
    }
  }
}

function limitsOf({ context }: TransportCall): Pick<SharedCall, 'deadlineAt' | 'isBulk'> {
  return { deadlineAt: context.deadlineAt ?? Number.POSITIVE_INFINITY, isBulk: context.isBulk === true }
}

/** Tells how to let go (once counts); the last to do so gives the memory back. */
function hold(shared: SharedCall): () => void {
  let holds = true
  shared.holders += 1
  return () => {
    if (holds) shared.holders -= 1
    holds = false
    if (shared.holders > 0) return
    shared.answer.then(
      (answer) => answer.free(),
      () => undefined,
    )
  }
}

/** Who asks for logs says himself when he has sent them; of all else the values are needed until they are an answer of ours. */
function keepOrFree(free: () => void, { keep }: CallContext): void {
  if (keep === undefined) free()
  else keep(free)
}

/** Everything that decides the answer: who asks what, in which language. */
function keyOf({ method, path, query, body, maxBytes, texts, context }: TransportCall): string {
  return JSON.stringify([identityKey(context), context.language, method, path, query, body, maxBytes, texts])
}

/** Until the answer, the reader's own deadline, or its leaving. */
async function waitFor(
  { answer }: SharedCall,
  system: TransportOptions['system'],
  { signal, deadlineAt }: CallContext,
): Promise<UpstreamAnswer> {
  const ms = deadlineAt === undefined ? null : Math.max(0, deadlineAt - performance.now())
  try {
    return await withDeadline(ms, signal, () => answer)
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error
    throw new ProblemError({ kind: 'timeout', message: 'Upstream took too long to answer', system })
  }
}

/** What upstream gave no id goes by the id of the request it is the answer of, also where that only joined. */
function ownAnswer(answer: UpstreamAnswer, { requestId, onUpstreamId }: CallContext): UpstreamAnswer {
  if (answer.requestIdOf === 'gateway') return { ...answer, requestId }
  onUpstreamId?.(answer.requestId)
  return answer
}

function ownFailure(error: unknown, { requestId, onUpstreamId }: CallContext): unknown {
  if (!(error instanceof ProblemError)) return error
  if (error.facts.requestIdOf === 'upstream') {
    onUpstreamId?.(error.facts.requestId ?? requestId)
    return error
  }
  return new ProblemError({ ...error.facts, requestId, requestIdOf: 'gateway' }, { cause: error })
}
