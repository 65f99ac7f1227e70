import type { Problem, ProblemKind } from '#contract'
import { inWordsOf, type Language } from './own-words.ts'

/** What a thrower knows about a failure; the rest is filled in by {@link problemOf}. */
export type ProblemFacts = Partial<Omit<Problem, 'kind' | 'message'>> & Pick<Problem, 'kind' | 'message'>

/** The one error class of the gateway: an expected failure with everything a screen needs. */
export class ProblemError extends Error {
  readonly facts: ProblemFacts
  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(facts.message, options)
    this.name = 'ProblemError'
    this.facts = facts
  }
}

/** Who is told of a failure: by the id of the request, in this language. */
export interface Asker {
  readonly requestId: string
  readonly language: Language
}

/**
 * The full problem for an answer or a frame. An error that is no ProblemError is our own fault: its message may
 * hold anything (a secret in a URL, say), so it is not passed on; the log line has it under the same id.
 */
export function problemOf(error: unknown, { requestId, language }: Asker): Problem {
  const facts: ProblemFacts =
    error instanceof ProblemError
      ? error.facts
      : { kind: 'internal' satisfies ProblemKind, message: 'Joblens could not answer: an unexpected error' }
  return {
    code: null,
    requestId,
    requestIdOf: 'gateway',
    system: 'joblens',
    retryAfterSeconds: null,
    permissions: [],
    applyUrl: null,
    loginUrl: null,
    ...facts,
    message: inWordsOf(language, facts.message),
  }
}
