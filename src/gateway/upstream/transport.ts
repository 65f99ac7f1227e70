import { ProblemError } from '../problem-error.ts'
import { type Breaker, type BreakerState, type CallOutcome, createBreaker } from './breaker.ts'
import { type CallQueue, createCallQueue, type QueueState } from './call-queue.ts'
import { type Outcome, tryOnce } from './one-try.ts'
import { identityKey, readerKey } from './reader-key.ts'
import { backoff, pause } from './retry.ts'
import { shareReads } from './shared-reads.ts'
import type {
  TransportCall,
  TransportOptions,
  TransportStyle,
  TransportTimeouts,
  UpstreamAnswer,
} from './transport-call.ts'

/** Calls one upstream system. Rejects with ProblemError; with the signal's reason once the browser has left. */
export interface Transport {
  readonly style: TransportStyle
  readonly system: TransportOptions['system']
  call(call: TransportCall): Promise<UpstreamAnswer>
  /** What an operator wants to see of it at this moment. */
  state(): TransportState
  /** Somebody has looked whether upstream is there at all. */
  looked(isThere: boolean): void
}

/** Whether calls go out, and how many are on their way or waiting. */
export interface TransportState {
  readonly system: TransportOptions['system']
  readonly breaker: BreakerState
  readonly queue: QueueState
}

/** Product, section 14: a failure is shown within 25 s, all retries and the way to the screen included. */
const defaultTimeouts: TransportTimeouts = { callMs: 20_000, totalMs: 24_000, backoffMs: 300 }
const MAX_RETRIES = 2

/**
 * See {@link Transport}. Redirects are never followed; nothing of the browser's request goes on. A call is shared with
 * identical ones, refused while upstream is given a rest, waits for its turn, and is tried again where that may help:
 * all of them are reads.
 */
export function createTransport(options: TransportOptions): Transport {
  const { limits = {}, system, style, onBreaker } = options
  const line: Line = {
    options,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    breaker: createBreaker(limits.breaker, onBreaker),
    queue: createCallQueue(limits.queue),
  }
  return {
    style,
    system,
    call: shareReads((call) => callGuarded(line, call), system),
    looked: (isThere) => line.breaker.looked(isThere),
    state: () => ({ system, breaker: line.breaker.state(), queue: line.queue.state() }),
  }
}

/** The line to one upstream, shared by everybody. */
interface Line {
  readonly options: TransportOptions
  readonly timeouts: TransportTimeouts
  readonly breaker: Breaker
  readonly queue: CallQueue
}

/** Reports the end of the call to the breaker, which may let no call through at all. */
async function callGuarded(line: Line, call: TransportCall): Promise<UpstreamAnswer> {
  const report = line.breaker.begin(sourceOf(call))
  if (report === null) throw resting(line, call)
  try {
    const { outcome, says } = await callWithRetries(line, call)
    report(says)
    if ('answer' in outcome) return outcome.answer
    throw outcome.failure
  } finally {
    // What was not reported until here never came to an end: the reader left, or the call got no turn.
    report('unclear')
  }
}

/** How the last try ended, and what that says of upstream. */
interface Ending {
  readonly outcome: Outcome
  readonly says: CallOutcome
}

async function callWithRetries(
  { options, timeouts, breaker, queue }: Line,
  call: TransportCall,
): Promise<Ending> {
  const { context } = call
  const deadline = Math.min(
    performance.now() + timeouts.totalMs,
    context.deadlineAt ?? Number.POSITIVE_INFINITY,
  )
  for (let attempt = 1; ; attempt += 1) {
    const leave = await queue.enter({
      reader: readerKey(context),
      isBulk: context.isBulk === true,
      signal: context.signal,
      deadlineAt: deadline,
    })
    const longestMs = deadline - performance.now()
    const tryMs = Math.min(timeouts.callMs, longestMs)
    if (tryMs <= 0) {
      leave()
      throw tooLate(options, context)
    }
    const outcome = await tryOnce(options, { ms: tryMs, longestMs }, call, attempt).finally(leave)
    const waitMs =
      outcome.retryInMs === null ? null : outcome.retryInMs + backoff(attempt, timeouts.backoffMs)
    const isTooLate = waitMs === null || attempt > MAX_RETRIES || performance.now() + waitMs >= deadline
    if (isTooLate || breaker.state().isOpen) return { outcome, says: verdict(outcome, tryMs, timeouts) }
    if ('answer' in outcome) outcome.answer.free()
    await pause(waitMs, context.signal)
  }
}

/** A try that had hardly any time left, because the call waited for its place, says nothing about upstream by not ending. */
function verdict(outcome: Outcome, tryMs: number, { callMs }: TransportTimeouts): CallOutcome {
  if (!outcome.isDown) return 'good'
  if ('answer' in outcome) return outcome.answer.status === 504 ? 'late' : 'failed'
  const { kind, code } = outcome.failure.facts
  if (kind !== 'timeout') return 'failed'
  // A proxy that says so had all the time it wanted.
  return tryMs < callMs / 4 && code !== '504' ? 'unclear' : 'late'
}

/** Where everybody acts as one name, being late is told apart by what was asked. */
function sourceOf({ context, operation }: TransportCall): string {
  return context.identity.by === 'name' ? operation : identityKey(context)
}

function tooLate({ system }: TransportOptions, { requestId }: TransportCall['context']): ProblemError {
  const message = 'Upstream took too long to answer'
  return new ProblemError({ kind: 'timeout', message, requestId, requestIdOf: 'gateway', system })
}

function resting({ options, breaker }: Line, { context }: TransportCall): ProblemError {
  const { retryInMs } = breaker.state()
  return new ProblemError({
    kind: 'upstream-down',
    message: 'Upstream failed nearly every call lately, so Joblens lets it rest for some seconds',
    requestId: context.requestId,
    requestIdOf: 'gateway',
    system: options.system,
    retryAfterSeconds: Math.max(1, Math.ceil((retryInMs ?? 0) / 1000)),
  })
}
