import type { Expression } from './expression.ts'
import type { CreateMatcher, MatcherRequest } from './matcher-port.ts'
import { createMatcherQueue, type MatcherQueue } from './matcher-queue.ts'

/** What became of a question. */
export interface MatcherAnswer {
  /** As in `FromMatcher`; of a slow text's block, what was found before it. */
  readonly numbers: ArrayLike<number>
  readonly taken: number
  /** The text that took too long; null when none did. */
  readonly slowTextIndex: number | null
}

/** Makes a request, once more when all begins anew. `sentKey` names the window that the matcher has. */
export type MakeRequest = (sentKey: string) => MatcherRequest

/** A regular expression at work elsewhere, and stopped there when it takes too long. */
export interface WatchedMatcher {
  ask(make: MakeRequest): Promise<MatcherAnswer>
  /** Questions under way are answered with nothing. */
  close(): void
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
