import type { Expression } from './expression.ts'
import type { CreateMatcher, FromMatcher, MatcherInput, MatcherPort, ToMatcher } from './matcher-port.ts'

/** Nobody waits longer than this for one block, or one line. */
const defaultLimitMs = 1500

/** What became of a question. `pairs` as in `FromMatcher`; of a slow text's block, what was found before it. */
export interface MatcherAnswer {
  readonly pairs: ArrayLike<number>
  /** The text that took too long; null when none did. */
  readonly slowTextIndex: number | null
}

/** A regular expression at work elsewhere, and stopped there when it takes too long. */
export interface WatchedMatcher {
  /** `read` gives the input, once more when it has to be looked through anew; it is handed over each time. */
  count(read: () => MatcherInput): Promise<MatcherAnswer>
  find(text: string): Promise<MatcherAnswer>
  /** Questions under way are answered with nothing. */
  close(): void
}

interface Question {
  readonly id: number
  readonly content: { readonly text: string } | { readonly read: () => MatcherInput }
  readonly answer: (answer: MatcherAnswer) => void
  isCareful: boolean
  /** Of a careful one: what has been found so far, and the text begun last. */
  readonly pairs: number[]
  textIndex: number
}

/** A worker that has not begun by then never will; on a slow machine the next one gets longer. */
const startLimitMs = 1_000
const startAttempts = 4

const nothing: MatcherAnswer = { pairs: [], slowTextIndex: null }

/** `onFail`: there is no matcher to be had. */
export function createWatchedMatcher(
  createMatcher: CreateMatcher,
  expression: Expression,
  onFail: () => void,
  limitMs = defaultLimitMs,
): WatchedMatcher {
  /** Asked and not answered, in the order of the answers to come. */
  const asked: Question[] = []
  let port: MatcherPort | null = null
  let isReady = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let readyTimer: ReturnType<typeof setTimeout> | undefined
  let lastId = 0

  const tell = (message: ToMatcher, transfer: ArrayBuffer[] = []): void =>
    port?.postMessage(message, { transfer })

  const post = (question: Question): void => {
    const { id, content, isCareful } = question
    if ('text' in content) tell({ type: 'find', id, text: content.text })
    else {
      const input = content.read()
      tell({ type: 'count', id, input, isCareful }, typeof input === 'string' ? [] : [input.buffer])
    }
  }

  /**
   * The clock runs for the first question only: the others wait for it. It rings twice, since the first time may be
   * late, on a busy machine, with the answer waiting behind it.
   */
  const watch = (): void => {
    clearTimeout(timer)
    if (!isReady || asked.length === 0) return
    timer = setTimeout(() => {
      timer = setTimeout(stop, limitMs / 10)
    }, limitMs)
  }

  const start = (attempt = 1): void => {
    const started = createMatcher()
    port = started
    isReady = false
    started.addEventListener('message', (event) => {
      if (port === started) receive(event.data as FromMatcher)
    })
    started.addEventListener('error', () => {
      if (port === started) onFail()
    })
    started.start?.()
    tell({ type: 'expression', ...expression })
    asked.forEach(post)
    // Firefox sometimes never runs a worker begun while another was ended: a second one it does.
    clearTimeout(readyTimer)
    readyTimer = setTimeout(() => {
      if (port !== started || isReady) return
      started.terminate()
      if (attempt < startAttempts) start(attempt + 1)
      else onFail()
    }, startLimitMs * attempt)
  }

  const receive = (message: FromMatcher): void => {
    if (message.type === 'ready') isReady = true
    else if (message.type === 'at') note(message)
    else answerFirst({ pairs: message.pairs, slowTextIndex: null })
    watch()
  }

  const note = ({ textIndex, countBefore }: Extract<FromMatcher, { readonly type: 'at' }>): void => {
    const question = asked[0]
    if (question === undefined) return
    if (countBefore > 0) question.pairs.push(textIndex - 1, countBefore)
    question.textIndex = textIndex
  }

  const answerFirst = (answer: MatcherAnswer): void => asked.shift()?.answer(answer)

  /** A block that took too long is begun again, with care: then the line it is stuck at is known. */
  const stop = (): void => {
    port?.terminate()
    port = null
    const question = asked[0]
    if (question === undefined) return
    if (question.isCareful) answerFirst({ pairs: question.pairs, slowTextIndex: question.textIndex })
    question.isCareful = true
    if (asked.length > 0) start()
  }

  const ask = (content: Question['content']): Promise<MatcherAnswer> =>
    new Promise((answer) => {
      lastId += 1
      const isCareful = 'text' in content
      const question = { id: lastId, content, answer, isCareful, pairs: [], textIndex: 0 }
      asked.push(question)
      if (port === null) start()
      else post(question)
      if (asked.length === 1) watch()
    })

  return {
    count: (read) => ask({ read }),
    find: (text) => ask({ text }),
    close() {
      clearTimeout(timer)
      clearTimeout(readyTimer)
      port?.terminate()
      port = null
      while (asked.length > 0) answerFirst(nothing)
    },
  }
}
