import type { StepLogQuery } from '#contract'
import { ProblemError } from '../problem-error.ts'
import { type ChunkQueue, createChunkQueue } from './chunks.ts'
import { guessBytes } from './guess-bytes.ts'
import type { LogCallAnswer } from './job-dialect.ts'
import { readStepLogs, type StepLogAnswer, type TransferLog } from './job-logs.ts'
import { scriptFrame, transferFrames } from './log-frames.ts'
import { createLogLedger, type LogLedger } from './log-ledger.ts'
import { type AskedTarget, type LogPlan, planTargets, type StepLogSource } from './log-plan.ts'
import { createSourceFinder, type SourceFinder } from './log-sources.ts'
import { indexTargets } from './log-targets.ts'
import { createPatience, type Patience } from './patience.ts'
import { readerKey } from './reader-key.ts'
import { type ReaderTurns, readerLeft, type Turn } from './turns.ts'
import type { CallContext, LogFrame, StepAddress } from './upstream.ts'

/** Upstream calls under way at once for one reader. */
const CONCURRENCY = 4
/** A host's logs or the reason why there are none: so long after it was first asked for (product, 14: 25 s). */
const HOST_MS = 24_000
/** After so long without a good answer upstream is taken for dead; more than any call takes by itself. */
const SILENCE_MS = 25_000
/** 50,000 hosts of 200 KB take minutes; what takes longer than this holds places that others need, and can be asked for again. */
const STREAM_MS = 15 * 60_000
/** Halves of a chunk that took too long are tried only if they have so long. */
const SHORTEST_TRY_MS = 2_000

/** What a stream waits for: a turn for its next call (or none, see ReaderTurns), or the end of a call. */
type Event =
  | { readonly kind: 'turn' }
  | { readonly kind: 'refused'; readonly error: unknown }
  | {
      readonly kind: 'answer'
      readonly chunk: readonly AskedTarget[]
      readonly answer: LogCallAnswer
      readonly turn: Turn
    }
  | { readonly kind: 'failure'; readonly chunk: readonly AskedTarget[]; readonly error: unknown }

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
  const turns = source.turns.join(readerKey(context))
  const end = (reason: unknown) => {
    leave.abort(reason)
    turns.leave()
  }
  const stop = () => end(context.signal.reason)
  const patience = createPatience(source.silenceMs ?? SILENCE_MS, () =>
    end(timeout('Upstream stopped answering')),
  )
  const longest = setTimeout(
    () => end(timeout('The logs of so many hosts took too long: ask again for those that are missing')),
    source.longestMs ?? STREAM_MS,
  )
  context.signal.addEventListener('abort', stop, { once: true })
  try {
    context.signal.throwIfAborted()
    yield* createStream({ source, step, query, context, leave, turns, patience })
  } finally {
    context.signal.removeEventListener('abort', stop)
    patience.stop()
    clearTimeout(longest)
    turns.leave()
    leave.abort(readerLeft)
  }
}

/** What one stream is made of; `leave` cancels all its calls. */
interface Parts {
  readonly source: StepLogSource
  readonly step: StepAddress
  readonly query: StepLogQuery
  readonly context: CallContext
  readonly leave: AbortController
  readonly turns: ReaderTurns
  readonly patience: Patience
}

/** One stream at work. */
interface Run extends Parts {
  readonly ledger: LogLedger
  readonly queue: ChunkQueue<AskedTarget>
  readonly sources: SourceFinder
  readonly underWay: Map<readonly AskedTarget[], Promise<Event>>
  nextTurn: Promise<Event> | null
  /** Nothing was asked for yet: the next call is for what is being looked at. */
  isFirst: boolean
  /** Answers that came and are not sent yet: they hold memory that the garbage collector is slow to see. */
  readonly answers: Set<LogCallAnswer>
  /** When a chunk must be done. Halves inherit it, or one host that hangs would cost 20 s per halving. */
  readonly deadlines: WeakMap<readonly AskedTarget[], number>
}

async function* createStream(parts: Parts): AsyncGenerator<LogFrame> {
  const { run, plan } = await begin(parts)
  const { ledger, sources, query } = run
  try {
    yield* beginWith(run, plan)
    for (;;) {
      const event = await nextEvent(run)
      if (event !== null) yield* handle(run, event)
      else if (query.withSources !== true || !enqueue(run, sources.take())) break
    }
    yield* ledger.abandon(keysOf(run.queue.drain()))
    yield* ledger.close()
  } finally {
    for (const answer of run.answers) answer.free()
  }
}

function* beginWith(run: Run, plan: LogPlan): Generator<LogFrame> {
  const { ledger } = run
  enqueue(run, plan.groups)
  yield* ledger.missing(plan.unnameable)
  for (const { keys, error } of plan.failures) yield* ledger.failed(keys, error)
  ledger.totals.hosts = plan.hosts
}

async function begin(parts: Parts): Promise<{ readonly run: Run; readonly plan: LogPlan }> {
  const { source, query, context, leave, patience } = parts
  const ended = patience.begin()
  const plan = await planTargets(source, query, { ...context, signal: leave.signal })
  ended()
  const run: Run = {
    ...parts,
    ledger: createLogLedger(context),
    queue: createChunkQueue<AskedTarget>(source.dialect.hostsPerCall, guessBytes(query)),
    sources: createSourceFinder(source.dialect, plan.known),
    underWay: new Map(),
    nextTurn: null,
    isFirst: true,
    answers: new Set(),
    deadlines: new WeakMap(),
  }
  return { run, plan }
}

/** Null when nothing is under way and nothing more is to be asked. */
async function nextEvent(run: Run): Promise<Event | null> {
  const { underWay, queue, context, leave } = run
  // An answer that came just before the time was up is still read, but it must not lead to another call.
  const isOver = leave.signal.aborted
  const mayAsk = !isOver && !run.ledger.isStalled()
  if (mayAsk && underWay.size < CONCURRENCY && queue.nextCount() > 0) run.nextTurn ??= takeTurn(run)
  const nextTurn = mayAsk ? run.nextTurn : null
  if (underWay.size === 0 && nextTurn === null) {
    return isOver && queue.nextCount() > 0 ? { kind: 'refused', error: leave.signal.reason } : null
  }
  const event = await Promise.race([...(nextTurn === null ? [] : [nextTurn]), ...underWay.values()])
  context.signal.throwIfAborted()
  return event
}

function* handle(run: Run, event: Event): Generator<LogFrame> {
  if (event.kind === 'turn') return
  if (event.kind === 'answer') {
    run.underWay.delete(event.chunk)
    yield* afterAnswer(run, event.chunk, event.answer)
    // The reader came back for more, so it has taken all of this.
    run.answers.delete(event.answer)
    event.answer.free()
    event.turn.done()
  } else if (run.leave.signal.aborted) yield* giveUp(run, [], run.leave.signal.reason)
  else if (event.kind === 'refused') yield* giveUp(run, [], event.error)
  else {
    run.underWay.delete(event.chunk)
    yield* afterFailure(run, event.chunk, event.error)
  }
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

function* afterFailure(run: Run, chunk: readonly AskedTarget[], error: unknown): Generator<LogFrame> {
  const { ledger } = run
  const excess = ledger.excessOf(error)
  if (excess !== null && halve(run, chunk, excess === 'timeout')) return
  if (ledger.givesUp(error)) yield* giveUp(run, chunk, error)
  else yield* ledger.failed(keysOf(chunk), error)
}

/** Cancels what is under way, and reports it with all that was not even tried: nothing begins after this. */
function* giveUp(run: Run, failed: readonly AskedTarget[], error: unknown): Generator<LogFrame> {
  const { ledger, queue, underWay } = run
  const lost = [...failed, ...[...underWay.keys()].flat(), ...queue.drain()]
  underWay.clear()
  run.nextTurn = null
  run.leave.abort(error)
  run.turns.leave()
  run.sources.take()
  yield* ledger.failed(keysOf(lost), error)
}

function timeout(message: string): ProblemError {
  return new ProblemError({ kind: 'timeout', message, system: 'job' })
}

function* afterAnswer(
  run: Run,
  chunk: readonly AskedTarget[],
  { data, bytes, texts }: LogCallAnswer,
): Generator<LogFrame> {
  const { ledger, queue } = run
  queue.learn(chunk.length, bytes)
  const answer = readStepLogs(data, texts)
  yield* ledger.succeeded()
  yield* ledger.logType(answer.logType ?? 'none')
  yield* framesOf(answer, chunk, run)
}

/** Never rejects, as nobody may be waiting for it yet; neither does {@link ask}. */
function takeTurn(run: Run): Promise<Event> {
  const { turns, queue, isFirst: isUrgent } = run
  run.isFirst = false
  return turns.take({ isUrgent, bytes: () => queue.nextBytes() }).then(
    (turn) => {
      run.nextTurn = null
      // At once, not when the reader comes back: a turn that lies idle is room taken from others.
      if (run.leave.signal.aborted || run.ledger.isStalled() || queue.nextCount() === 0) turn.done()
      else ask(run, turn, isUrgent)
      return { kind: 'turn' }
    },
    (error: unknown) => ({ kind: 'refused', error }),
  )
}

/** Starts the next call. What to ask for is decided only now: the answers since may have taught how much. */
function ask(run: Run, turn: Turn, isUrgent: boolean): void {
  const { source, step, context, leave, patience, queue, underWay } = run
  const chunk = queue.next() ?? []
  const selector = chunk[0]?.selector ?? 'host_id_list'
  const targets = chunk.map((each) => each.target)
  const limited = {
    ...context,
    signal: leave.signal,
    deadlineAt: deadlineOf(run, chunk),
    isBulk: !isUrgent,
  }
  const ended = patience.begin()
  run.ledger.asked()
  const event = source.dialect.stepLogs(step, { selector, targets }, limited).then(
    (answer): Event => {
      patience.renew()
      ended()
      run.answers.add(answer)
      turn.answered(answer.bytes)
      return { kind: 'answer', chunk, answer, turn }
    },
    (error: unknown): Event => {
      ended()
      turn.done()
      return { kind: 'failure', chunk, error }
    },
  )
  underWay.set(chunk, event)
}

const keysOf = (chunk: readonly AskedTarget[]) => chunk.map((each) => each.target.key)

/** Frames of one answer: what was asked for, under the key it was asked by, then what did not come back. */
function* framesOf(
  answer: StepLogAnswer,
  chunk: readonly AskedTarget[],
  { ledger, sources }: Pick<Run, 'ledger' | 'sources'>,
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
      const wanted = asSource ? uploadsOf(transfers) : noticed(transfers, sources)
      for (const frame of transferFrames(key, wanted, used)) yield ledger.count(frame)
    }
  }
  if (!asSource) yield* ledger.missing(keysOf(chunk).filter((key) => !answered.has(key)))
}

function* uploadsOf(transfers: Iterable<TransferLog>): Generator<TransferLog> {
  for (const each of transfers) if (each.transfer.direction === 'upload') yield each
}

/** The sources they name are found on the way. */
function* noticed(transfers: Iterable<TransferLog>, sources: SourceFinder): Generator<TransferLog> {
  for (const each of transfers) {
    sources.notice(each.transfer)
    yield each
  }
}
