import { type Problem, type ProblemKind, problemAnswerSchema } from '#contract'
import { randomId } from './random-id.ts'

/** Every failed call of the client rejects with this; `problem` is ready to be shown. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** The problem behind anything thrown or rejected, also by code that is not the client's. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem
  return browserProblem('internal', error instanceof Error ? error.message : String(error))
}

/** A problem that never reached, or never came back whole from, the gateway. */
export function browserProblem(kind: ProblemKind, message: string): Problem {
  return {
    kind,
    message,
    code: null,
    requestId: randomId(),
    requestIdOf: 'browser',
    system: 'joblens',
    retryAfterSeconds: null,
    permissions: [],
    applyUrl: null,
    loginUrl: null,
  }
}

/**
 * The problem in an answer that was not 2xx. A body that is not ours comes from something in between (a portal's
 * proxy, a login page): its status is all we know.
 */
export function problemOfAnswer(status: number, body: string, requestId: string | null): Problem {
  const parsed = problemAnswerSchema.safeParse(parseJson(body))
  if (parsed.success) return parsed.data.problem
  const problem = browserProblem(kindOfStatus(status), `HTTP ${status} without an explanation from Joblens`)
  return requestId === null ? problem : { ...problem, requestId, requestIdOf: 'gateway' }
}

function kindOfStatus(status: number): ProblemKind {
  const kinds: Readonly<Record<number, ProblemKind>> = {
    401: 'not-signed-in',
    403: 'denied',
    404: 'not-found',
    413: 'too-large',
    414: 'too-large',
    429: 'rate-limited',
    502: 'upstream-down',
    503: 'upstream-down',
    504: 'timeout',
  }
  return kinds[status] ?? 'bad-answer'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
