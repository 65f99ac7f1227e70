import type { MatcherRequest } from './matcher-port.ts'

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
