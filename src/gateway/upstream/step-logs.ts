import type { StepLogQuery } from '#contract'
import { type ChunkQueue, createChunkQueue } from './chunks.ts'
import type { LogCallAnswer } from './job-dialect.ts'
import { type HostFileLogs, readStepLogs, type StepLogAnswer } from './job-logs.ts'
import { scriptFrame, transferFrames } from './log-frames.ts'
import { createLogLedger, type LogLedger } from './log-ledger.ts'
import { type AskedTarget, planTargets, type StepLogSource } from './log-plan.ts'
import { createSourceFinder, type SourceFinder } from './log-sources.ts'
import { indexTargets } from './log-targets.ts'
import type { CallContext, LogFrame, StepAddress } from './upstream.ts'

/** Upstream calls under way at once for one reader. */
const CONCURRENCY = 4
/** A host's logs or the reason why there are none: so long after it was first asked for (product, 14: 25 s). */
const HOST_MS = 24_000
/** Halves of a chunk that took too long are tried only if they have so long. */
const SHORTEST_TRY_MS = 2_000

/** How one call ended. */
interface Settled {
  readonly chunk: readonly AskedTarget[]
  readonly outcome: LogCallAnswer | { readonly error: unknown }
}

/**
 * Logs of many hosts as frames, each chunk's as soon as it is there; see JobUpstream.stepLogs for the promises.
 * Pulling drives it: at most {@link CONCURRENCY} answers are under way or waiting to be read. Ending the
 * iteration early cancels the calls.
 */
export async function* streamStepLogs(
  source: StepLogSource,
  step: StepAddress,
  query: StepLogQuery,
  context: CallContext,
): AsyncGenerator<LogFrame> {
  const leave = new AbortController()
  const stop = () => leave.abort(context.signal.reason)
  context.signal.addEventListener('abort', stop, { once: true })
  try {
    context.signal.throwIfAborted()
    yield* createStream(source, step, query, { ...context, signal: leave.signal })
  } finally {
    context.signal.removeEventListener('abort', stop)
    leave.abort(new DOMException('The reader has left', 'AbortError'))
  }
}

/** One stream at work. */
interface Run {
  readonly ledger: LogLedger
  readonly queue: ChunkQueue<AskedTarget>
  readonly sources: SourceFinder
  readonly underWay: Map<readonly AskedTarget[], Promise<Settled>>
  /** When a chunk must be done. Halves inherit it, or one host that hangs would cost 20 s per halving. */
  readonly deadlines: WeakMap<readonly AskedTarget[], number>
}

async function* createStream(
  source: StepLogSource,
  step: StepAddress,
  query: StepLogQuery,
  context: CallContext,
): AsyncGenerator<LogFrame> {
  const plan = await planTargets(source, query)
  const run: Run = {
    ledger: createLogLedger(context.requestId),
    queue: createChunkQueue<AskedTarget>(source.dialect.hostsPerCall),
    sources: createSourceFinder(source.dialect, plan.known),
    underWay: new Map(),
    deadlines: new WeakMap(),
  }
  const { ledger, queue, sources, underWay } = run
  enqueue(run, plan.groups)
  yield* ledger.missing(plan.unnameable)
  for (const { keys, error } of plan.failures) yield* ledger.failed(keys, error)
  ledger.totals.hosts = plan.hosts
  for (;;) {
    while (underWay.size < CONCURRENCY && !ledger.isStalled()) {
      const chunk = queue.next()
      if (chunk === null) break
      underWay.set(chunk, ask(source, step, chunk, { ...context, deadlineAt: deadlineOf(run, chunk) }))
    }
    if (underWay.size > 0) {
      const settled = await Promise.race(underWay.values())
      underWay.delete(settled.chunk)
      context.signal.throwIfAborted()
      yield* 'error' in settled.outcome
        ? afterFailure(run, settled.chunk, settled.outcome.error)
        : afterAnswer(run, settled.chunk, settled.outcome)
    } else if (query.withSources !== true || !enqueue(run, sources.take())) break
  }
  yield* ledger.abandon(keysOf(queue.drain()))
  yield* ledger.close()
}

/** False when there was nothing to add. */
function enqueue({ ledger, queue }: Run, groups: readonly (readonly AskedTarget[])[]): boolean {
  for (const group of groups) {
    ledger.totals.hosts += group.length
    queue.add(group)
  }
  return groups.length > 0
}

function deadlineOf({ deadlines }: Run, chunk: readonly AskedTarget[]): number {
  const deadline = deadlines.get(chunk) ?? performance.now() + HOST_MS
  deadlines.set(chunk, deadline)
  return deadline
}

/** Puts the chunk back as two halves, after a timeout with what is left of its time; false when that is no use. */
function halve(run: Run, chunk: readonly AskedTarget[], isLate: boolean): boolean {
  const deadline = deadlineOf(run, chunk)
  if (isLate && deadline - performance.now() < SHORTEST_TRY_MS) return false
  const halves = run.queue.split(chunk)
  if (isLate) for (const half of halves) run.deadlines.set(half, deadline)
  return halves.length > 0
}

function* afterFailure(run: Run, chunk: Settled['chunk'], error: unknown): Generator<LogFrame> {
  const { ledger, queue } = run
  const excess = ledger.excessOf(error)
  if (excess !== null && halve(run, chunk, excess === 'timeout')) return
  const rest = ledger.givesUp(error) ? queue.drain() : []
  yield* ledger.failed(keysOf([...chunk, ...rest]), error)
}

function* afterAnswer(
  run: Run,
  chunk: Settled['chunk'],
  { data, bytes }: LogCallAnswer,
): Generator<LogFrame> {
  const { ledger, queue, sources } = run
  queue.learn(chunk.length, bytes)
  const answer = readStepLogs(data)
  sources.notice(answer.files)
  yield* ledger.succeeded()
  yield* ledger.logType(answer.logType ?? 'none')
  yield* framesOf(answer, chunk, ledger)
}

/** Starts one call; never rejects, so that calls nobody waits for yet are no unhandled rejections. */
function ask(
  source: StepLogSource,
  step: StepAddress,
  chunk: readonly AskedTarget[],
  context: CallContext,
): Promise<Settled> {
  const selector = chunk[0]?.selector ?? 'host_id_list'
  const call = source.dialect.stepLogs(step, { selector, targets: chunk.map((each) => each.target) }, context)
  return call.then(
    (outcome) => ({ chunk, outcome }),
    (error: unknown) => ({ chunk, outcome: { error } }),
  )
}

const keysOf = (chunk: readonly AskedTarget[]) => chunk.map((each) => each.target.key)

/** Frames of one answer: what was asked for, under the key it was asked by, then what did not come back. */
function* framesOf(
  answer: StepLogAnswer,
  chunk: readonly AskedTarget[],
  ledger: LogLedger,
): Generator<LogFrame> {
  const askedBy = indexTargets(chunk.map((each) => each.target))
  const asSource = chunk[0]?.asSource === true
  const answered = new Set<string>()
  for (const { executeObject, text } of answer.scripts) {
    for (const { key } of askedBy(executeObject)) {
      if (!answered.has(key)) yield ledger.count(scriptFrame(key, executeObject, text))
      answered.add(key)
    }
  }
  const used = new Map<string, number>()
  for (const { executeObject, transfers } of answer.files) {
    for (const { key } of askedBy(executeObject)) {
      answered.add(key)
      const wanted = asSource ? transfers.filter(isUpload) : transfers
      for (const frame of transferFrames(key, wanted, used)) yield ledger.count(frame)
    }
  }
  if (!asSource) yield* ledger.missing(keysOf(chunk).filter((key) => !answered.has(key)))
}

const isUpload = ({ transfer }: HostFileLogs['transfers'][number]) => transfer.direction === 'upload'
