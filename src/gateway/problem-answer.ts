import { type Problem, problemHttpStatus } from '#contract'
import type { Links } from './config.ts'
import type { Exchange } from './exchange.ts'
import { ProblemError, type ProblemFacts, problemOf } from './problem-error.ts'

/** A refusal with an HTTP status finer than its problem kind has, e.g. 405. */
export class RefusedError extends ProblemError {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, facts: ProblemFacts, headers: Readonly<Record<string, string>> = {}) {
    super(facts)
    this.status = status
    this.headers = headers
  }
}

/** Adds the addresses only the configuration knows: where to sign in, where to apply. */
export function withLinks(problem: Problem, links: Links): Problem {
  if (problem.kind === 'not-signed-in') return { ...problem, loginUrl: problem.loginUrl ?? links.login }
  if (problem.kind === 'denied') return { ...problem, applyUrl: problem.applyUrl ?? links.apply }
  return problem
}

/** The `{problem}` answer for anything thrown. */
export function problemAnswer(error: unknown, exchange: Exchange, links: Links): Response {
  const problem = withLinks(problemOf(error, exchange), links)
  exchange.problemKind = problem.kind
  const status = error instanceof RefusedError ? error.status : problemHttpStatus[problem.kind]
  const headers = new Headers(error instanceof RefusedError ? error.headers : {})
  if (problem.retryAfterSeconds !== null) {
    headers.set('retry-after', String(Math.ceil(problem.retryAfterSeconds)))
  }
  return Response.json({ problem }, { status, headers })
}
