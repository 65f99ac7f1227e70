import type { Expression } from './expression.ts'
import type { CreateMatcher, FromMatcher, MatcherPort, ToMatcher } from './matcher-port.ts'
import { createProgressClock, type ProgressLimits } from './progress-clock.ts'
import type { MakeRequest, MatcherAnswer, WatchedMatcher } from './watched-matcher.ts'

/** Questions of many expressions, answered one after the other by one worker. */
interface MatcherQueue {
  open(expression: Expression, onFail: () => void): WatchedMatcher
}

/** One at work and one waiting there, so that it never idles; who closes its search leaves no more than these. */
const maxPosted = 2
/**
 * A block of lines that takes longer is begun again line by line: on a machine with much to do that costs a little, and
 * loses nothing. A line, or a long line's part, is given up: what takes milliseconds may take a hundred times as long.
 */
const blockLimitMs = 700
const textLimitMs = 2000
/** So is the line that a block is at by then: where each takes a little less than too long, all of them take an hour. */
const carefulLimitMs = 6000
/** Nobody wants the answer any more. */
const droppedLimitMs = 200
/** One that has not begun by then may never do; another is tried beside it, which gets longer. */
const startLimitMs = 1000
const startAttempts = 4

interface Reader {
  readonly expressionId: number
  readonly expression: Expression
  readonly onFail: () => void
}

interface Question {
  readonly id: number
  readonly reader: Reader
  readonly make: MakeRequest
  readonly answer: (answer: MatcherAnswer) => void
  isDropped: boolean
  isCareful: boolean
  isOfLines: boolean
  /** Of a careful one: what has been found so far, and the text begun last. */
  readonly numbers: number[]
  textIndex: number
}

const nothing: MatcherAnswer = { numbers: [], taken: 0, slowTextIndex: null }

/** A worker that has begun, and what it has been told. */
interface Running {
  readonly port: MatcherPort
  readonly opened: Set<number>
  sentKey: string
}

/** One worker for all expressions of those who make matchers in the same way: a new expression starts none. */
const queues = new WeakMap<CreateMatcher, MatcherQueue>()

/** `onFail`: there is no matcher to be had. */
export function createWatchedMatcher(
  createMatcher: CreateMatcher,
  expression: Expression,
  onFail: () => void,
): WatchedMatcher {
  const queue = queues.get(createMatcher) ?? createMatcherQueue(createMatcher)
  queues.set(createMatcher, queue)
  return queue.open(expression, onFail)
}

function createMatcherQueue(createMatcher: CreateMatcher): MatcherQueue {
  const readers = new Set<Reader>()
  /** Sent and not answered, in the order of the answers to come. */
  let posted: Question[] = []
  let waiting: Question[] = []
  let running: Running | null = null
  /** Begun, and not heard of yet: the first that is heard of runs. Null while none is wanted. */
  let starting: MatcherPort[] | null = null
  /**
   * Goes on for nothing until its successor has begun. Firefox may never run one that is begun while another is ended:
   * so none is ended as long as one is awaited, not even one that seems not to begin.
   */
  let outgoing: MatcherPort[] = []
  let startTimer: ReturnType<typeof setTimeout> | undefined
  let lastId = 0
  const clock = createProgressClock(() => stop())

  const tell = ({ port }: Running, message: ToMatcher, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, { transfer })

  const send = (to: Running, question: Question): void => {
    const { id, reader, isCareful } = question
    const { expressionId, expression } = reader
    if (!to.opened.has(expressionId)) tell(to, { type: 'open', expressionId, ...expression })
    to.opened.add(expressionId)
    const made = question.make(to.sentKey)
    const request = made.type === 'lines' ? { ...made, isCareful } : made
    question.isOfLines = made.type === 'lines'
    if ('window' in request) to.sentKey = request.window.key
    tell(to, { ...request, id, expressionId }, buffersOf(request))
  }

  /** Sends what may be sent; the clock runs for the first question, the others wait for it. */
  const goOn = (): void => {
    if (running === null && waiting.length > 0) start()
    while (running !== null && posted.length < maxPosted) {
      const question = waiting.shift()
      if (question === undefined) break
      posted.push(question)
      send(running, question)
    }
    watch()
  }

  const watch = (): void => {
    const first = posted[0]
    if (first === undefined || running === null) clock.stop()
    else clock.watch(first, limitsOf(first))
  }

  const start = (): void => {
    if (starting !== null) return
    starting = []
    tryToStart(1)
  }

  const tryToStart = (attempt: number): void => {
    const port = createMatcher()
    starting?.push(port)
    port.addEventListener('message', (event) => hear(port, event.data as FromMatcher))
    port.addEventListener('error', () => {
      if (port === running?.port || starting?.includes(port) === true) fail()
    })
    port.start?.()
    startTimer = setTimeout(() => {
      if (attempt < startAttempts) tryToStart(attempt + 1)
      else fail()
    }, startLimitMs * attempt)
  }

  const hear = (port: MatcherPort, message: FromMatcher): void => {
    if (port === running?.port) receive(message)
    else if (message.type === 'ready' && starting?.includes(port) === true) begin(port)
  }

  const begin = (port: MatcherPort): void => {
    clearTimeout(startTimer)
    for (const other of [...outgoing, ...(starting ?? [])]) if (other !== port) other.terminate()
    outgoing = []
    starting = null
    const begun: Running = { port, opened: new Set(), sentKey: '' }
    running = begun
    posted = posted.filter(({ isDropped }) => !isDropped)
    for (const question of posted) send(begun, question)
    goOn()
  }

  const receive = (message: FromMatcher): void => {
    if (message.type === 'at') note(message)
    else if (message.type === 'failed') stop()
    else if (message.type === 'answer') {
      const { numbers, taken } = message
      posted.shift()?.answer({ numbers, taken, slowTextIndex: null })
    }
    goOn()
  }

  const note = ({ textIndex, countBefore }: Extract<FromMatcher, { readonly type: 'at' }>): void => {
    const question = posted[0]
    if (question === undefined) return
    if (countBefore > 0) question.numbers.push(textIndex - 1, countBefore)
    question.textIndex = textIndex
    clock.noteProgress()
  }

  const fail = (): void => {
    const unanswered = [...posted, ...waiting]
    posted = []
    waiting = []
    end()
    for (const { onFail } of [...readers]) onFail()
    for (const { answer } of unanswered) answer(nothing)
  }

  const end = (): void => {
    clearTimeout(startTimer)
    clock.stop()
    for (const port of [...outgoing, ...(starting ?? [])]) port.terminate()
    outgoing = []
    starting = null
    running?.port.terminate()
    running = null
  }

  /** The first question takes too long: lines are looked through anew, one by one, so as to know which it is. */
  const stop = (): void => {
    const question = posted[0]
    if (question === undefined || running === null) return
    outgoing.push(running.port)
    running = null
    if (question.isOfLines && !question.isCareful) question.isCareful = true
    else giveUp(question)
    posted = posted.filter(({ isDropped }) => !isDropped)
    // Also when nothing is left to be asked: the next question finds it there.
    start()
    watch()
  }

  const giveUp = (question: Question): void => {
    const { numbers, textIndex: slowTextIndex } = question
    posted.shift()
    question.answer({ numbers, taken: 0, slowTextIndex })
    // Nothing counts beyond a line that was not looked through.
    for (const other of posted) {
      if (other.reader !== question.reader || !other.isOfLines) continue
      other.isDropped = true
      other.answer(nothing)
    }
  }

  const drop = (reader: Reader): void => {
    for (const question of [...posted, ...waiting]) {
      if (question.reader !== reader || question.isDropped) continue
      question.isDropped = true
      question.answer(nothing)
    }
    waiting = waiting.filter(({ isDropped }) => !isDropped)
    if (running?.opened.has(reader.expressionId) === true)
      tell(running, { type: 'close', expressionId: reader.expressionId })
    watch()
  }

  return {
    open(expression, onFail) {
      lastId += 1
      const reader = { expressionId: lastId, expression, onFail }
      readers.add(reader)
      return {
        ask: (make) =>
          new Promise((answer) => {
            if (!readers.has(reader)) {
              answer(nothing)
              return
            }
            lastId += 1
            const question = { id: lastId, reader, make, answer, isDropped: false, isCareful: false }
            waiting.push({ ...question, isOfLines: false, numbers: [], textIndex: 0 })
            goOn()
          }),
        close() {
          readers.delete(reader)
          drop(reader)
        },
      }
    },
  }
}

function limitsOf({ isDropped, isCareful, isOfLines }: Question): ProgressLimits {
  if (isDropped) return { limitMs: droppedLimitMs, wholeLimitMs: droppedLimitMs }
  return isOfLines && !isCareful
    ? { limitMs: blockLimitMs, wholeLimitMs: blockLimitMs }
    : { limitMs: textLimitMs, wholeLimitMs: isOfLines ? carefulLimitMs : textLimitMs }
}

function buffersOf(request: ReturnType<MakeRequest>): ArrayBuffer[] {
  if (request.type === 'lines') return [request.bytes.buffer]
  if (request.type === 'find' || request.window.bytes === null) return []
  return [request.window.bytes.buffer]
}
